/** Softmax loss as a program with switches, each of which makes one mistake. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { anyGradient, type Mistake, type Observation, scaled, type Slip, wrongPrograms } from "../mistake.js";
import type { LossCase } from "./lossCase.js";

interface ProbabilitySwitches {
  readonly shift: "none" | "all" | "columns" | "added" | "minimum" | "mean" | "right";
  readonly over: "columns" | "all";
  readonly exp: "none" | "sigmoid";
}

interface LossSwitches extends ProbabilitySwitches {
  readonly log: "ofProbability" | "none" | "sumAlone" | "unnormalised" | "oneMinus" | "squared";
  readonly base: number;
  readonly epsilon: number;
  readonly labels: "zero" | "shifted" | "best" | "all";
  readonly examples: "last";
}

interface GradientSwitches extends ProbabilitySwitches {
  readonly right: "kept" | "added" | "everywhere" | "undivided" | "only" | "scores" | "slope" | "log";
  readonly labels: "zero" | "shifted" | "best";
}

const N = ({ y }: LossCase) => y.length;
const C = ({ x }: LossCase) => x.shape[1]!;

const shifts = [
  { cause: "noShift", set: { shift: "none" } },
  { cause: "sharedShift", set: { shift: "all" } },
  { cause: "columnShift", set: { shift: "columns" } },
  { cause: "shiftAdded", set: { shift: "added" } },
  { cause: "minShift", set: { shift: "minimum" } },
  { cause: "meanShift", set: { shift: "mean" } },
  { cause: "rightClassShift", set: { shift: "right" } },
  { cause: "overColumns", set: { over: "columns" } },
  { cause: "overAll", set: { over: "all" } },
  { cause: "expMissing", set: { exp: "none" } },
  { cause: "sigmoidProbabilities", set: { exp: "sigmoid" } },
] as const satisfies readonly Slip<LossCase, ProbabilitySwitches>[];

const lossSlips: readonly Slip<LossCase, LossSwitches>[] = [
  ...shifts,
  { cause: "logOfZero", set: { log: "ofProbability" } },
  { cause: "epsilonInLog", fit: epsilonOf },
  // where p is made first, infinities are NaN: the same mistake, written the other way
  { cause: "noShift", set: { shift: "none", log: "ofProbability" } },
  { cause: "logBase2", set: { base: 2 } },
  { cause: "logBase10", set: { base: 10 } },
  { cause: "logMissing", set: { log: "none" } },
  { cause: "logSumMissing", set: { log: "sumAlone" } },
  { cause: "normaliserMissing", set: { log: "unnormalised" } },
  { cause: "oneMinusProbability", set: { log: "oneMinus" } },
  { cause: "squaredError", set: { log: "squared" } },
  { cause: "labelsIgnored", set: { labels: "zero" } },
  { cause: "labelsShifted", set: { labels: "shifted" } },
  { cause: "predictedForRight", set: { labels: "best" } },
  { cause: "allClasses", set: { labels: "all" } },
  { cause: "lastExampleOnly", set: { examples: "last" } },
  scaled("notNegated", () => -1),
  scaled("lossSummed", N),
  scaled("lossMeanOfAll", (at) => 1 / C(at)),
  scaled("lossMeanOfClasses", (at) => N(at) / C(at)),
  scaled("dividedTwice", (at) => 1 / N(at)),
  scaled("twice", () => 2),
  scaled("half", () => 0.5),
  scaled("allZero", () => 0),
];

const gradientSlips: readonly Slip<LossCase, GradientSwitches>[] = [
  ...shifts,
  { cause: "rightClassKept", set: { right: "kept" } },
  { cause: "oneAddedAtRight", set: { right: "added" } },
  { cause: "oneSubtractedEverywhere", set: { right: "everywhere" } },
  { cause: "oneAfterDivision", set: { right: "undivided" } },
  { cause: "rightClassOnly", set: { right: "only" } },
  { cause: "probabilitiesMissing", set: { right: "scores" } },
  { cause: "slopeOfProbability", set: { right: "slope" } },
  { cause: "logForProbability", set: { right: "log" } },
  { cause: "labelsIgnored", set: { labels: "zero" } },
  { cause: "labelsShifted", set: { labels: "shifted" } },
  { cause: "predictedForRight", set: { labels: "best" } },
  ...lossGradientSlips<GradientSwitches>(),
];

/** The slips that the gradient of any mean over examples can have. */
export function lossGradientSlips<Switches>(): Slip<LossCase, Switches>[] {
  const all = anyGradient<LossCase, Switches>(N).filter(({ cause }) => cause !== "sumForMean" && cause !== "meanForSum");
  return [
    ...all,
    scaled("dxNotDivided", N),
    scaled("dxDividedTwice", (at) => 1 / N(at)),
    scaled("dxMeanOfAll", (at) => 1 / C(at)),
    scaled("dxMeanOfClasses", (at) => N(at) / C(at)),
    { cause: "transposed", finish: (value) => (typeof value === "number" ? value : value.T) },
    { cause: "transposed", finish: (value) => (typeof value === "number" ? value : value.T.reshape(...value.shape)) },
  ];
}

export function softmaxLosses(): Mistake<LossCase>[] {
  return wrongPrograms(lossProgram, lossSlips);
}

export function softmaxGradients(): Mistake<LossCase>[] {
  return wrongPrograms(gradientProgram, gradientSlips);
}

function lossProgram({ x, y }: LossCase, switches: Partial<LossSwitches>): number {
  const [rows, classes] = x.shape as [number, number];
  const { shifted, total } = normalised({ x, y }, switches);
  const labels = labelsOf(x, y, switches.labels);
  const chosen = labels.map((label, i) => lossAt(shifted, total, i, label, switches));
  const losses = switches.labels === "all" ? eachClass(rows, classes).map(([i, j]) => lossAt(shifted, total, i, j, switches)) : chosen;
  const sum = switches.examples === "last" ? losses.at(-1)! : losses.reduce((a, b) => a + b, 0);
  return sum / rows;
}

function eachClass(rows: number, classes: number): [number, number][] {
  return Array.from({ length: rows * classes }, (_, at) => [Math.floor(at / classes), at % classes]);
}

function lossAt(shifted: NDArray, total: NDArray, i: number, j: number, { log, epsilon, exp, base = Math.E }: Partial<LossSwitches>): number {
  const score = shifted.get(i, j);
  const weight = weightOf(score, exp);
  const probability = weight / total.get(i, j);
  if (epsilon !== undefined) return -Math.log(probability + epsilon) / Math.log(base);
  if (exp !== undefined && log === undefined) return -Math.log(probability) / Math.log(base);
  switch (log) {
    case "ofProbability":
      return -Math.log(probability) / Math.log(base);
    case "none":
      return -probability;
    case "sumAlone":
      return total.get(i, j) - score;
    case "unnormalised":
      return -score;
    case "oneMinus":
      return 1 - probability;
    case "squared":
      return (1 - probability) ** 2;
    default:
      return (Math.log(total.get(i, j)) - score) / Math.log(base);
  }
}

/** The shifted scores, and for each of them the sum by which it is divided. */
function normalised({ x, y }: LossCase, { shift, over, exp }: Partial<ProbabilitySwitches>): { shifted: NDArray; total: NDArray } {
  const [rows, classes] = x.shape as [number, number];
  const shifted = shiftedScores({ x, y }, shift);
  const weights = shifted.map((score) => weightOf(score, exp));
  const sums = zeros([rows, classes]);
  if (exp === "sigmoid") return { shifted, total: sums.add(1) };
  if (over === "columns") return { shifted, total: sums.add(weights.sum(0)) };
  return { shifted, total: over === "all" ? sums.add(weights.sum()) : sums.add(weights.sum(1).reshape(rows, 1)) };
}

function weightOf(score: number, exp?: ProbabilitySwitches["exp"]): number {
  if (exp === "none") return score;
  return exp === "sigmoid" ? 1 / (1 + Math.exp(-score)) : Math.exp(score);
}

function shiftedScores({ x, y }: LossCase, shift?: ProbabilitySwitches["shift"]): NDArray {
  const rows = x.shape[0]!;
  const largest = x.max(1).reshape(rows, 1);
  switch (shift) {
    case "none":
      return x;
    case "all":
      return x.sub(x.max());
    case "columns":
      return x.sub(x.max(0));
    case "added":
      return x.add(largest);
    case "minimum":
      return x.sub(x.min(1).reshape(rows, 1));
    case "mean":
      return x.sub(x.mean(1).reshape(rows, 1));
    case "right":
      return x.sub(x.mul(oneHot(x, y)).sum(1).reshape(rows, 1));
    default:
      return x.sub(largest);
  }
}

function labelsOf(x: NDArray, y: readonly number[], how?: string): readonly number[] {
  if (how === "zero") return y.map(() => 0);
  if (how === "shifted") return y.map((label) => label - 1);
  return how === "best" ? Array.from(x.argmax(1).data) : y;
}

/** Fitted where p is 0: there the loss is minus its logarithm. */
function epsilonOf(seen: readonly Observation<LossCase>[]): Partial<LossSwitches> | null {
  const capped = seen.find(({ input: { x, y } }) => x.shape[0] === 1 && x.get(0, 0) - x.get(0, y[0]!) === 800);
  return typeof capped?.got === "number" && capped.got > 0 && capped.got < Infinity ? { epsilon: Math.exp(-capped.got) } : null;
}

function gradientProgram({ x, y }: LossCase, switches: Partial<GradientSwitches>): NDArray {
  const { shifted, total } = normalised({ x, y }, switches);
  const probabilities = shifted.map((score) => weightOf(score, switches.exp)).div(total);
  const hot = oneHot(x, labelsOf(x, y, switches.labels));
  const rows = x.shape[0]!;
  switch (switches.right) {
    case "kept":
      return probabilities.div(rows);
    case "added":
      return probabilities.add(hot).div(rows);
    case "everywhere":
      return probabilities.sub(1).div(rows);
    case "undivided":
      return probabilities.div(rows).sub(hot);
    case "only":
      return probabilities.sub(hot).mul(hot).div(rows);
    case "scores":
      return x.sub(hot).div(rows);
    case "slope":
      return probabilities.mul(probabilities.mul(-1).add(1)).div(rows);
    case "log":
      return probabilities.log().sub(hot).div(rows);
    default:
      return probabilities.sub(hot).div(rows);
  }
}

export function oneHot(x: NDArray, y: readonly number[]): NDArray {
  const hot = zeros(x.shape);
  y.forEach((label, i) => hot.set([i, label], 1));
  return hot;
}
