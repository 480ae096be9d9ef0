/** The checks of a layer's backward pass. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../../numeric/array/shape.js";
import { evalNumericalGradientArray } from "../../../nn/gradcheck/numericGradient.js";
import { formatExponent } from "../../../numeric/print/number.js";
import { because, type Finding, passed, saying, unexplained } from "../finding.js";
import { belowText, exampleText, explain, isRight, judge, once, type Probe, type Quantity, valueOf } from "../judge.js";
import type { CheckStep } from "../runChecks.js";
import { stopped } from "../stopped.js";
import { unchangedBy } from "../unchanged.js";
import { errorOf, isSingle, near, type Value } from "../value.js";
import { words } from "../words/words.js";
import { isArray, NoResult } from "../wrongResult.js";
import { explainGradientShape } from "../shapes.js";
import { elementOf } from "./forwardChecks.js";
import { type Arrays, gradientName, type LayerCase, type LayerSubject } from "./layerSubject.js";
import { type Backward, callBackward, callForward, copies, type Forward, othersOf } from "./learnersLayer.js";
import { missingReads } from "./missingReads.js";

const NUMERIC_LIMIT = 1e-7;
/** Of what is compared with the equation's own gradient. */
const LIMIT = 1e-9;

export function backwardChecks(subject: LayerSubject, forward: Forward, backward: Backward): CheckStep[] {
  const inputs = Object.keys(subject.cases[0].inputs);
  const answers = new Map<LayerCase, () => Arrays>();
  const gradients = (layerCase: LayerCase) => {
    const answer = answers.get(layerCase) ?? once(() => gradientsOf(layerCase, forward, backward));
    answers.set(layerCase, answer);
    return answer();
  };
  const { kink } = subject;
  const quantities = inputs.map((input) => quantityOf(subject, input, gradients));
  return [
    typeCheck(subject, forward, gradients),
    ...quantities.map((quantity) => shapeCheck(quantity, quantities)),
    ...quantities.map((quantity) => gradientCheck(subject, quantity, forward)),
    ...quantities.flatMap((quantity) => (kink && quantity.name === kink.gradient ? [kinkCheck(quantity, kink.limit)] : [])),
    unchangedCheck(subject, forward, backward),
    cacheCheck(subject, forward, backward, quantities),
  ];
}

type Gradients = (layerCase: LayerCase) => Arrays;

function gradientsOf({ inputs, dout }: LayerCase, forward: Forward, backward: Backward): Arrays {
  const [, cache] = callForward(forward, copies(inputs));
  try {
    return callBackward(backward, dout.copy(), cache, Object.keys(inputs));
  } catch (error) {
    const missing = error instanceof TypeError ? missingReads(cache, (watched) => backward(dout.copy(), watched)) : [];
    if (missing.length === 0) throw error;
    const finding = stopped(error);
    const keys = words().cacheKeys(missing.join(", "), Object.keys(cache as object).join(", "));
    throw new NoResult({ ...finding, causes: ["cacheKeyMissing"], diagnosis: `${finding.diagnosis}; ${saying(["cacheKeyMissing"])}: ${keys}` });
  }
}

interface GradientQuantity extends Quantity<LayerCase> {
  readonly input: string;
}

/** Of both cases, and of exact zeros where they say something of this gradient. */
function quantityOf(subject: LayerSubject, input: string, gradients: Gradients): GradientQuantity {
  const name = gradientName(input);
  const { cases, kink, elementwise } = subject;
  const probeOf = (layerCase: LayerCase): Probe<LayerCase> => ({
    input: layerCase,
    right: subject.backward(layerCase.dout, layerCase.inputs)[name]!,
    got: () => gradients(layerCase)[name],
    ...(elementwise && { where: elementOf("x", layerCase.inputs["x"]!) }),
  });
  const all = kink?.gradient === name ? [...cases, kink] : cases;
  return { name, input, limit: Math.max(LIMIT, subject.limit), probes: all.map(probeOf), mistakes: () => subject.backwardMistakes(name), other: words().diagnoses.gradientOther, shapes: explainGradientShape };
}

function typeCheck({ cases: [first] }: LayerSubject, forward: Forward, gradients: Gradients): CheckStep {
  const { names, diagnoses } = words();
  return {
    name: names.backwardTypes,
    limit: "float64",
    run: () => {
      const [out] = callForward(forward, copies(first.inputs));
      const arrays: unknown[] = [out, ...Object.values(gradients(first))];
      const types = [...new Set(arrays.filter(isArray).map(({ dtype }) => dtype))];
      return passed(types.join(", "), types.every((type) => type === "float64") ? "" : diagnoses.float32);
    },
  };
}

function shapeCheck(quantity: GradientQuantity, all: readonly GradientQuantity[]): CheckStep {
  const [probe] = quantity.probes as [Probe<LayerCase>];
  const { shape } = probe.right as NDArray;
  return {
    name: words().names.backwardShape(quantity.name),
    limit: shapeText(shape),
    run: () => {
      const got = valueOf(quantity.name, probe);
      if (typeof got !== "number" && sameShape(got.shape, shape)) return passed(shapeText(shape));
      const belongsTo = all.find(({ name, probes: [first] }) => name !== quantity.name && near(got, first!.right));
      return typeof got !== "number" && belongsTo ? because(`${shapeText(got.shape)}, ${belongsTo.name}`, ["gradientsExchanged"]) : explain(quantity, probe, got);
    },
  };
}

/** Right is what the equation gives, or what belongs to the learner's own forward pass: a mistake there does not show here again. */
function gradientCheck(subject: LayerSubject, quantity: GradientQuantity, forward: Forward): CheckStep {
  const main = quantity.probes.slice(0, subject.cases.length);
  return {
    name: words().names.backwardNumeric(quantity.input),
    limit: belowText(numericLimit(quantity)),
    run: () => {
      const [first] = main as [Probe<LayerCase>];
      const answers = main.map((probe) => ({ probe, got: valueOf(quantity.name, probe) }));
      if (answers.some(({ probe, got }) => !hasShapeOf(got, probe.right))) return null;
      if (!isForwardShaped(subject, forward)) return null; // there is nothing to differentiate
      const numeric = once(() => numericGradient(first.input, quantity.input, forward));
      const wrong = answers.find(({ probe, got }) => !isRight(got, probe.right, quantity.limit));
      if (wrong === undefined || (!isForwardRight(subject, forward) && belongsTo(answers, quantity, forward))) {
        const error = isSingle(answers[0]!.got) ? errorOf(answers[0]!.got, first.right) : errorOf(answers[0]!.got, numeric());
        const measured = error < numericLimit(quantity) ? error : errorOf(answers[0]!.got, first.right);
        return passed(formatExponent(measured, 1));
      }
      return explain(quantity, wrong.probe, wrong.got);
    },
  };
}

function numericLimit({ limit }: GradientQuantity): number {
  return Math.max(NUMERIC_LIMIT, limit);
}

function hasShapeOf(got: Value, right: Value): boolean {
  return typeof got !== "number" && typeof right !== "number" && sameShape(got.shape, right.shape);
}

function isForwardShaped(subject: LayerSubject, forward: Forward): boolean {
  return subject.cases.every(({ inputs }) => hasShapeOf(callForward(forward, copies(inputs))[0], subject.forward(inputs)));
}

function isForwardRight(subject: LayerSubject, forward: Forward): boolean {
  return subject.cases.every(({ inputs }) => isRight(callForward(forward, copies(inputs))[0], subject.forward(inputs), subject.limit));
}

function belongsTo(answers: readonly { readonly probe: Probe<LayerCase>; readonly got: Value }[], quantity: GradientQuantity, forward: Forward): boolean {
  return answers.every(({ probe, got }) => errorOf(got, numericGradient(probe.input, quantity.input, forward)) < numericLimit(quantity));
}

function numericGradient({ inputs, dout }: LayerCase, input: string, forward: Forward): NDArray {
  const out = (probed: NDArray) => callForward(forward, copies({ ...inputs, [input]: probed }))[0];
  return evalNumericalGradientArray(out, inputs[input]!.copy(), dout);
}

function kinkCheck(quantity: GradientQuantity, limit: string): CheckStep {
  return {
    name: words().names.backwardKink(quantity.name),
    limit,
    run: () => {
      if (quantity.probes.slice(0, -1).some((probe) => !isRight(valueOf(quantity.name, probe), probe.right, quantity.limit))) return null;
      const finding: Finding = judge({ ...quantity, other: words().kinkOther }, quantity.probes.slice(-1));
      return finding.diagnosis === "" ? passed(limit) : finding;
    },
  };
}

function unchangedCheck({ key, cases: [{ inputs, dout }] }: LayerSubject, forward: Forward, backward: Backward): CheckStep {
  const { names, changed, culprit, subjects, earlier } = words();
  return {
    name: names.backwardUnchanged,
    limit: changed(0),
    run: () => {
      const given = copies(inputs);
      const [, cache] = callForward(forward, given);
      const [, otherCache] = callForward(forward, othersOf(inputs));
      const before = Object.entries(callBackward(backward, dout.mul(-2), otherCache, Object.keys(inputs)));
      const returned = Object.fromEntries(before.filter(([, gradient]) => isArray(gradient)).map(([name, gradient]) => [earlier(name), gradient]));
      const upstream = dout.copy();
      return unchangedBy(culprit(subjects[key], "backward"), { dout: upstream, ...given, ...returned }, () => backward(upstream, cache));
    },
  };
}

/** Two forward passes, then the first one's way back; and two ways back, in which what belongs to the other may be left. */
function cacheCheck(subject: LayerSubject, forward: Forward, backward: Backward, quantities: readonly GradientQuantity[]): CheckStep {
  const [{ inputs, dout }] = subject.cases;
  const names = Object.keys(inputs);
  const others = othersOf(inputs);
  const backOf = (given: Arrays, between = () => {}) => {
    const [, cache] = callForward(forward, copies(given));
    between();
    return callBackward(backward, dout.copy(), cache, names);
  };
  return {
    name: words().names.backwardCaches,
    limit: belowText(1e-12),
    run: () => {
      const arraysOf = (gradients: Arrays) => (Object.values(gradients) as unknown[]).filter(isArray).map((gradient) => gradient.copy());
      const first = backOf(inputs);
      const alone = arraysOf(first);
      const mixed = arraysOf(backOf(inputs, () => forward(...Object.values(copies(others)))));
      const error = Math.max(...alone.map((gradient, i) => (isSame(gradient, mixed[i]!) ? 0 : errorOf(gradient, mixed[i]!))));
      if (!(error < 1e-12)) return because(String(error), ["stateOutsideCache"]);
      const isRightElsewhere = quantities.every(({ name, limit, probes }) => isRight(valueOf(name, probes[0]!), probes[0]!.right, limit));
      const left = isRightElsewhere && (leftover(subject, first, inputs, others) ?? leftover(subject, backOf(others), others, inputs));
      return left || passed(String(error));
    },
  };
}

/** Whether the way back of some inputs gives what belongs to others, which were asked before. */
function leftover({ limit, cases: [{ dout }], backward }: LayerSubject, got: Arrays, inputs: Arrays, others: Arrays): Finding | undefined {
  const [right, before] = [backward(dout, inputs), backward(dout, others)];
  const name = Object.keys(right).find((key) => !isRight(got[key]!, right[key]!, Math.max(LIMIT, limit)));
  if (name === undefined) return undefined;
  const measured = formatExponent(errorOf(got[name]!, right[name]!), 1);
  const example = exampleText(name, { right: right[name]! }, got[name]!);
  return near(got[name]!, before[name]!) ? because(measured, ["stateOutsideCache"], example) : unexplained(measured, words().diagnoses.gradientOther, example);
}

function isSame(a: NDArray, b: NDArray): boolean {
  return a.data.every((value, i) => Object.is(value, b.data[i]));
}
