/** The checks of a network's loss and gradients. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { sumOfSquares } from "../../../numeric/array/linearAlgebra.js";
import { evalNumericalGradient } from "../../../nn/gradcheck/numericGradient.js";
import { relError } from "../../../nn/gradcheck/relError.js";
import { belowText, compareArrays, compareNumbers, compareShapes, numberText } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import { gradientMistakes, type Mistake } from "../mistake.js";
import { nanCheck } from "../nanCheck.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import { buildWith, callLoss, NAMES, type NetworkClass } from "./learnersNetwork.js";
import { LABELS, type NetworkCase, networkCase, reference, referenceWithout, SIZES, zeroParameters } from "./networkCase.js";

const LIMIT = 1e-12;
const GRADIENT_LIMIT = 1e-5;
const REG = 0.7;

export function networkLossChecks(Network: NetworkClass): CheckStep[] {
  const example = networkCase();
  return [
    valueCheck(Network, example, 0),
    valueCheck(Network, example, REG),
    equalScoresCheck(Network, example),
    unchangedCheck(Network, example),
    ...NAMES.map((name) => shapeCheck(Network, example, name)),
    ...[0, REG].flatMap((reg) => NAMES.map((name) => gradientCheck(Network, example, name, reg))),
    kinkCheck(Network, example),
    extremeCheck(Network, example),
    nanInput(Network, example),
  ];
}

function lossOf(Network: NetworkClass, { X, y, params }: NetworkCase, reg: number): ReturnType<typeof callLoss> {
  return callLoss(buildWith(Network, params, reg), X, y);
}

function valueCheck(Network: NetworkClass, example: NetworkCase, reg: number): CheckStep {
  const right = reference(example, reg).loss;
  return {
    name: `loss: value at reg ${reg}`,
    limit: numberText(right),
    run: () => {
      const [got] = lossOf(Network, example, reg);
      return compareNumbers(got, right, { limit: LIMIT, mistakes: lossMistakes(example, reg), other: diagnoses.lossOther });
    },
  };
}

function lossMistakes(example: NetworkCase, reg: number): Mistake[] {
  const { W1, b1, W2, b2 } = example.params;
  const [w1, w2, biases] = [sumOfSquares(W1), sumOfSquares(W2), sumOfSquares(b1) + sumOfSquares(b2)];
  const data = reference(example, 0).loss;
  const withTerm = (term: number) => () => data + reg * term;
  const all: Mistake[] = [
    { diagnosis: diagnoses.noReluBetween, gives: () => referenceWithout(example, "relu").loss + reg * 0.5 * (w1 + w2) },
    { diagnosis: diagnoses.lossSummed, gives: () => data * LABELS.length + reg * 0.5 * (w1 + w2) },
    { diagnosis: diagnoses.halfMissing, gives: withTerm(w1 + w2) },
    { diagnosis: diagnoses.biasesRegularised, gives: withTerm(0.5 * (w1 + w2 + biases)) },
    { diagnosis: `${diagnoses.halfMissing}. And ${diagnoses.biasesRegularised}`, gives: withTerm(w1 + w2 + biases) },
    { diagnosis: diagnoses.regMissing, gives: withTerm(0) },
    { diagnosis: diagnoses.oneWeightRegularised, gives: withTerm(0.5 * w1) },
    { diagnosis: diagnoses.oneWeightRegularised, gives: withTerm(0.5 * w2) },
  ];
  return reg === 0 ? all.slice(0, 2) : all;
}

/** With weights of 0 all scores are equal. */
function equalScoresCheck(Network: NetworkClass, example: NetworkCase): CheckStep {
  const right = Math.log(SIZES.numClasses);
  return {
    name: "loss: ln(C) at weights of 0",
    limit: numberText(right),
    run: () => {
      const [got] = lossOf(Network, { ...example, params: zeroParameters() }, REG);
      return compareNumbers(got, right, { limit: LIMIT, mistakes: [], other: diagnoses.notLogOfClasses });
    },
  };
}

function unchangedCheck(Network: NetworkClass, { X, y, params }: NetworkCase): CheckStep {
  return {
    name: "loss: examples and parameters unchanged",
    limit: UNCHANGED,
    run: () => {
      const network = buildWith(Network, params, REG);
      const given = X.copy();
      return unchangedBy("the network's loss", { X: given, ...network.params }, () => network.loss(given, [...y]));
    },
  };
}

type Name = (typeof NAMES)[number];

function shapeCheck(Network: NetworkClass, example: NetworkCase, name: Name): CheckStep {
  const { shape } = example.params[name];
  return {
    name: `gradients: shape of ${name}'s`,
    limit: shapeText(shape),
    run: () => compareShapes(`the gradient of ${name}`, lossOf(Network, example, REG)[1][name].shape, shape),
  };
}

/** Against the learner's own loss; first without regularisation, which could hide the data's part. */
function gradientCheck(Network: NetworkClass, example: NetworkCase, name: Name, reg: number): CheckStep {
  return {
    name: `gradients: numeric, ${name} at reg ${reg}`,
    limit: belowText(GRADIENT_LIMIT),
    run: () => {
      const { X, y, params } = example;
      const network = buildWith(Network, params, reg);
      const numeric = evalNumericalGradient(() => callLoss(network, X, y)[0], network.params[name]);
      const mistakes = networkGradientMistakes(example, name, reg, numeric);
      const comparison = { limit: GRADIENT_LIMIT, mistakes, other: diagnoses.gradientOther };
      return compareArrays(lossOf(Network, example, reg)[1][name], numeric, comparison);
    },
  };
}

function networkGradientMistakes(example: NetworkCase, name: Name, reg: number, numeric: NDArray): Mistake[] {
  const param = example.params[name];
  const right = reference(example, reg).grads[name];
  const data = reference(example, 0).grads[name];
  const withTerm = (factor: number) => () => data.add(param.mul(factor * reg));
  const term: Mistake[] = name.startsWith("b")
    ? [{ diagnosis: diagnoses.biasGradientRegularised, gives: withTerm(1) }]
    : [
      { diagnosis: diagnoses.regGradientMissing, gives: withTerm(0) },
      { diagnosis: diagnoses.regGradientTwice, gives: withTerm(2) },
      { diagnosis: diagnoses.regGradientHalf, gives: withTerm(0.5) },
    ];
  const unmasked = () => referenceWithout(example, "mask").grads[name].add(name.startsWith("b") ? 0 : param.mul(reg));
  return [
    { diagnosis: diagnoses.lossNotGradient, gives: () => right },
    ...(reg === 0 ? [] : term),
    { diagnosis: diagnoses.hiddenMaskMissing, gives: unmasked },
    ...gradientMistakes(numeric, LABELS.length),
  ];
}

/** Hidden units whose input is exactly 0; it says something only of a gradient that is right elsewhere. */
function kinkCheck(Network: NetworkClass, example: NetworkCase): CheckStep {
  const { W1, b1 } = zeroParameters();
  const right = reference(example, 0).grads.b1;
  const params = { ...example.params, W1, b1 };
  return {
    name: "gradients: b1's at exact zeros",
    limit: "0",
    run: () => {
      const elsewhere = lossOf(Network, example, 0)[1].b1!;
      if (elsewhere.size !== right.size || !(relError(elsewhere.reshape(right.size), right) < GRADIENT_LIMIT)) return null;
      const largest = lossOf(Network, { ...example, params }, 0)[1].b1!.abs().max();
      return { measured: numberText(largest), diagnosis: largest === 0 ? "" : diagnoses.zeroPasses };
    },
  };
}

function extremeCheck(Network: NetworkClass, example: NetworkCase): CheckStep {
  const params = { ...zeroParameters(), b2: example.params.b2.mul(0).add(1000) };
  const right = Math.log(SIZES.numClasses);
  return {
    name: "loss: scores of 1000",
    limit: numberText(right),
    run: () => {
      const [got] = lossOf(Network, { ...example, params }, 0);
      return compareNumbers(got, right, { limit: LIMIT, mistakes: [], other: diagnoses.noShift });
    },
  };
}

function nanInput(Network: NetworkClass, { X, y, params }: NetworkCase): CheckStep {
  const withNan = X.copy();
  withNan.data[0] = NaN;
  return nanCheck("loss: NaN is not hidden", diagnoses.nanLossHidden, () => callLoss(buildWith(Network, params, 0), withNan, y)[0]);
}
