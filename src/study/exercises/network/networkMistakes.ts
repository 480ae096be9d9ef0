/** What is often wrong in a network's scores, loss and gradients. */
import type { TwoLayerParameters } from "../../../nn/models/twoLayerNet.js";
import { anyResult, type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import { numbersOf, type Value } from "../value.js";
import type { NetworkCase } from "./networkCase.js";
import { gradientProgram, type GradientSwitches, lossProgram, type LossSwitches, scoresProgram, type ScoresSwitches } from "./networkProgram.js";

const layerSlips = [
  { cause: "noReluBetween", set: { between: "nothing" } },
  { cause: "sigmoidBetween", set: { between: "sigmoid" } },
  { cause: "b1Missing", set: { b1: "none" } },
  { cause: "b2Missing", set: { b2: "none" } },
  { cause: "oldParameters", set: { params: "old" } },
] as const satisfies readonly Slip<NetworkCase, Omit<ScoresSwitches, "last">>[];

const scoresSlips: readonly Slip<NetworkCase, ScoresSwitches>[] = [
  ...layerSlips,
  { cause: "reluOnScores", set: { last: "relu" } },
  { cause: "probabilitiesForScores", set: { last: "softmax" } },
  { cause: "logProbabilitiesForScores", set: { last: "logSoftmax" } },
  { cause: "hiddenForScores", set: { last: "hidden" } },
  { cause: "predictionsForScores", set: { last: "argmax" } },
  ...anyResult<NetworkCase, ScoresSwitches>(),
];

const lossSlips: readonly Slip<NetworkCase, LossSwitches>[] = [
  ...layerSlips,
  { cause: "reluOnScores", set: { last: "relu" } },
  { cause: "lossSummed", set: { data: "sum" } },
  { cause: "notNegated", set: { data: "minus" } },
  { cause: "onlyReg", set: { data: "none" } },
  { cause: "dataLossScaled", alone: true, fit: (seen) => dataScale(seen, ({ params, X, y }) => lossProgram({ params, X, y, reg: 0 }, {}), [0, 1, -1]) },
  { cause: "svmForSoftmax", set: { data: "svm" } },
  { cause: "lossOfProbabilities", set: { data: "twice" } },
  { cause: "shiftMissingInNetwork", set: { shift: "none" } },
  { cause: "regMissing", set: { term: "none" } },
  { cause: "biasesRegularised", set: { term: "biases" } },
  { cause: "oneWeightRegularised", set: { term: "W1" } },
  { cause: "oneWeightRegularised", set: { term: "W2" } },
  // the same as one weight that is counted twice: which of the two it is cannot be told
  { cause: "oneWeightRegularised", set: { term: "W1", half: 1 } },
  { cause: "oneWeightRegularised", set: { term: "W2", half: 1 } },
  { cause: "l1ForL2", set: { term: "absolute" } },
  { cause: "l1ForL2", set: { term: "absolute", half: 1 } },
  { cause: "rootOfSquares", set: { term: "root" } },
  { cause: "rootOfSquares", set: { term: "root", half: 1 } },
  { cause: "sumSquared", set: { term: "sumSquared" } },
  { cause: "meanOfSquares", set: { term: "mean" } },
  { cause: "meanOfSquares", set: { term: "mean", half: 1 } },
  { cause: "sumOfWeights", set: { term: "sum" } },
  { cause: "sumOfWeights", set: { term: "sum", half: 1 } },
  { cause: "halfMissing", set: { half: 1 } },
  { cause: "quarterForHalf", set: { half: 0.25 } },
  { cause: "regIgnored", set: { reg: "ignored" } },
  { cause: "regSquared", set: { reg: "squared" } },
  { cause: "regSubtracted", set: { reg: "minus" } },
  { cause: "regOverN", set: { reg: "overN" } },
  scaled("twice", () => 2),
  scaled("half", () => 0.5),
  scaled("allZero", () => 0),
];

const gradientSlips: readonly Slip<NetworkCase, GradientSwitches>[] = [
  ...layerSlips,
  { cause: "sumForMean", set: { data: "sum" } },
  { cause: "meanForSum", set: { data: "overN" } },
  ...anyResult<NetworkCase, GradientSwitches>(),
  scaled("meanForSum", ({ y }) => 1 / y.length),
];

/** Of the layer behind the ReLU. */
const maskSlips: readonly Slip<NetworkCase, GradientSwitches>[] = [
  { cause: "hiddenMaskMissing", set: { mask: "none" } },
  { cause: "hiddenMaskOfDout", set: { mask: "dout" } },
];

const weightSlips = (name: keyof TwoLayerParameters): readonly Slip<NetworkCase, GradientSwitches>[] => [
  { cause: "dataGradientScaled", alone: true, fit: (seen) => dataScale(seen, (at) => gradientProgram(name)({ ...at, reg: 0 }, {}), [0, 1]) },
  { cause: "onlyRegGradient", set: { data: "none" } },
  { cause: "regGradientMissing", set: { term: "none" } },
  { cause: "regGradientTwice", set: { term: "twice" } },
  { cause: "regGradientHalf", set: { term: "half" } },
  { cause: "regGradientFlipped", set: { term: "minus" } },
  { cause: "regGradientOverN", set: { term: "overN" } },
  { cause: "regGradientIgnoresReg", set: { term: "ignored" } },
  { cause: "regGradientSign", set: { term: "sign" } },
  { cause: "regGradientConstant", set: { term: "constant" } },
  { cause: "transposed", finish: (value) => (typeof value === "number" ? value : value.T) },
];

const biasSlips: readonly Slip<NetworkCase, GradientSwitches>[] = [{ cause: "biasGradientRegularised", set: { term: "bias" } }];

/** The number that the data's part is multiplied by, fitted where there is no regularisation. */
function dataScale(seen: readonly Observation<NetworkCase>[], right: (at: NetworkCase) => Value, named: readonly number[]): { readonly data: number } | null {
  const plain = seen.find(({ input }) => input.reg === 0);
  if (plain === undefined) return null;
  const expected = numbersOf(right(plain.input));
  const place = expected.indexOf(expected.reduce((largest, value) => (Math.abs(value) > Math.abs(largest) ? value : largest)));
  const data = numbersOf(plain.got)[place]! / expected[place]!;
  return !Number.isFinite(data) || named.some((value) => Math.abs(value - data) < 1e-9) ? null : { data };
}

export function scoresMistakes(): Mistake<NetworkCase>[] {
  return wrongPrograms(scoresProgram, scoresSlips);
}

export function lossMistakes(): Mistake<NetworkCase>[] {
  return wrongPrograms(lossProgram, lossSlips);
}

export function gradientMistakes(name: keyof TwoLayerParameters): Mistake<NetworkCase>[] {
  const ofLayer = name.endsWith("1") ? maskSlips : [];
  // exact zeros are looked at in b1's
  const atZero: readonly Slip<NetworkCase, GradientSwitches>[] = name === "b1" ? [{ cause: "zeroPasses", set: { mask: "zero" } }] : [];
  return wrongPrograms(gradientProgram(name), [...gradientSlips, ...ofLayer, ...atZero, ...(name.startsWith("b") ? biasSlips : weightSlips(name))]);
}
