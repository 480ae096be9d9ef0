/** The checks of a layer's backward pass. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { evalNumericalGradientArray } from "../../../nn/gradcheck/numericGradient.js";
import { relError } from "../../../nn/gradcheck/relError.js";
import { belowText, compareArrays, compareShapes } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import { gradientMistakes } from "../mistake.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import { type Arrays, gradientName, type Kink, type LayerSubject } from "./layerSubject.js";
import { type Backward, callBackward, callForward, copies, type Forward } from "./learnersLayer.js";

const LIMIT = 1e-7;

export function backwardChecks(subject: LayerSubject, forward: Forward, backward: Backward): CheckStep[] {
  const names = Object.keys(subject.inputs);
  const gradients = (inputs = subject.inputs, dout = subject.dout): Arrays => {
    const [, cache] = callForward(forward, copies(inputs));
    return callBackward(backward, dout.copy(), cache, names);
  };
  return [
    typeCheck(subject, forward, gradients),
    ...names.map((name) => shapeCheck(subject, name, gradients)),
    ...names.map((name) => gradientCheck(subject, name, forward, gradients)),
    ...(subject.kink ? kinkChecks(subject, subject.kink, gradients) : []),
    unchangedCheck(subject, forward, backward),
    cacheCheck(subject, forward, backward),
  ];
}

type Gradients = (inputs?: Arrays, dout?: NDArray) => Arrays;

function typeCheck({ inputs }: LayerSubject, forward: Forward, gradients: Gradients): CheckStep {
  return {
    name: "backward: types of out and the gradients",
    limit: "float64",
    run: () => {
      const [out] = callForward(forward, copies(inputs));
      const types = [...new Set([out, ...Object.values(gradients())].map(({ dtype }) => dtype))];
      return { measured: types.join(", "), diagnosis: types.every((type) => type === "float64") ? "" : diagnoses.float32 };
    },
  };
}

function shapeCheck({ inputs }: LayerSubject, name: string, gradients: Gradients): CheckStep {
  const { shape } = inputs[name];
  const gradient = gradientName(name);
  return {
    name: `backward: shape of ${gradient}`,
    limit: shapeText(shape),
    run: () => compareShapes(gradient, gradients()[gradient].shape, shape),
  };
}

/** Against the learner's own forward pass: a mistake there does not show here again. */
function gradientCheck(subject: LayerSubject, name: string, forward: Forward, gradients: Gradients): CheckStep {
  const { inputs, dout, backwardMistakes } = subject;
  const gradient = gradientName(name);
  const right = subject.backward(dout, inputs);
  return {
    name: `backward: numeric gradient of ${name}`,
    limit: belowText(LIMIT),
    run: () => {
      const out = (probed: NDArray) => callForward(forward, copies({ ...inputs, [name]: probed }))[0];
      const numeric = evalNumericalGradientArray(out, inputs[name].copy(), dout);
      const mistakes = [
        { diagnosis: diagnoses.forwardNotGradient, gives: () => right[gradient] },
        ...(backwardMistakes[name] ?? []),
        ...gradientMistakes(numeric, dout.shape[0]),
      ];
      return compareArrays(gradients()[gradient], numeric, { limit: LIMIT, mistakes, other: diagnoses.gradientOther });
    },
  };
}

function kinkChecks(subject: LayerSubject, { inputs, dout, limit, mistakes }: Kink, gradients: Gradients): CheckStep[] {
  const right = subject.backward(dout, inputs);
  return Object.keys(mistakes).map((input) => {
    const name = gradientName(input);
    const comparison = { limit: 1e-12, mistakes: mistakes[input], other: diagnoses.gradientOther };
    return {
      name: `backward: ${name} at exact zeros`,
      limit,
      run: () => compareArrays(gradients(inputs, dout)[name], right[name], comparison),
    };
  });
}

function unchangedCheck({ title, inputs, dout }: LayerSubject, forward: Forward, backward: Backward): CheckStep {
  return {
    name: "backward: dout and inputs unchanged",
    limit: UNCHANGED,
    run: () => {
      const given = copies(inputs);
      const [, cache] = callForward(forward, given);
      const upstream = dout.copy();
      return unchangedBy(`the ${title}'s backward pass`, { dout: upstream, ...given }, () => backward(upstream, cache));
    },
  };
}

/** Two forward passes, then the first one's way back. */
function cacheCheck({ inputs, dout }: LayerSubject, forward: Forward, backward: Backward): CheckStep {
  const names = Object.keys(inputs);
  const others = Object.fromEntries(Object.entries(inputs).map(([name, array]) => [name, array.mul(-2)]));
  return {
    name: "backward: two caches do not mix",
    limit: belowText(1e-12),
    run: () => {
      const way = (between: () => void) => {
        const [, cache] = callForward(forward, copies(inputs));
        between();
        return Object.values(callBackward(backward, dout.copy(), cache, names));
      };
      const alone = way(() => {});
      const mixed = way(() => forward(...Object.values(copies(others))));
      const error = Math.max(...alone.map((gradient, i) => relError(gradient, mixed[i])));
      return { measured: String(error), diagnosis: error < 1e-12 ? "" : diagnoses.stateOutsideCache };
    },
  };
}
