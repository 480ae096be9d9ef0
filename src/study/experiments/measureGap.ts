/** One network trained and tested: how far its accuracy on new images lies below that on its own. */
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import type { Examples } from "../../numeric/array/examples.js";
import { zeros } from "../../numeric/array/create.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { sumOfSquares } from "../../numeric/array/linearAlgebra.js";
import { checkCount, checkWhole } from "../../numeric/arguments/check.js";
import { type Labels, readLabels } from "../../nn/checks/labels.js";
import { TwoLayerNet } from "../../nn/models/twoLayerNet.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { accuracy } from "../../nn/models/accuracy.js";
import { type Padding, padTrainingSet } from "./padTrainingSet.js";
import { trainSteps } from "./trainSteps.js";

/** What is trained on and what is tested with. */
export interface GapData {
  /** (N, d1, ..., dk) */
  readonly XTrain: Examples;
  /** N whole numbers */
  readonly yTrain: Labels;
  /** (N, d1, ..., dk), N of its own */
  readonly XTest: Examples;
  /** N whole numbers */
  readonly yTest: Labels;
}

/** Settings of one training. */
export interface GapSettings {
  /** examples to train on, drawn without repetition; default 500 */
  readonly numTraining?: number;
  /** default 50 */
  readonly hiddenDim?: number;
  /** strength of the L2 regularisation, 0 or more; default 0 */
  readonly reg?: number;
  /** steps of SGD, default 150 */
  readonly steps?: number;
  /** examples per step, default 50 */
  readonly batchSize?: number;
  /** default 1e-3 */
  readonly learningRate?: number;
  /** makes the examples drawn four times as many without adding new ones, see padTrainingSet; default "none" */
  readonly padding?: Padding | "none";
  /** standard deviation of that padding's noise; default 30 */
  readonly deviation?: number;
  /** of everything random: first the choice of examples, then their padding, weights, minibatches; default 0 */
  readonly seed?: number;
}

/** Half the digits are enough to compare accuracies, and take half the time. */
const DTYPE = "float32";

/** A record for a table: the settings, and what came of them; accuracies from 0 to 1. */
export interface GapRun extends Required<GapSettings> {
  readonly trainAcc: number;
  readonly testAcc: number;
  /** trainAcc - testAcc */
  readonly gap: number;
  /** length of all weights as one vector, √(ΣW1² + ΣW2²) */
  readonly weights: number;
}

/**
 * Trains a TwoLayerNet on examples drawn from a training set, for a fixed number of steps, and
 * measures its accuracy on all of these examples and on the whole test set.
 *
 * @throws {TypeError} if a setting has an unknown name
 * @throws {RangeError} if a setting is out of range, there are fewer examples than numTraining, or
 * training diverges
 * @example
 * const [XTrain, XTest] = [new RandomState(0).randn(60, 4), new RandomState(1).randn(60, 4)];
 * const label = (X) => X.sum(1).map((sum) => Number(sum > 0));
 * const data = { XTrain, yTrain: label(XTrain), XTest, yTest: label(XTest) };
 * const { trainAcc, testAcc, gap } = measureGap(data, { numTraining: 40, steps: 300, learningRate: 0.5 });
 * [trainAcc > 0.9, gap === trainAcc - testAcc] // [ true, true ]
 */
export function measureGap(data: GapData, settings: GapSettings = {}): GapRun {
  const settled = settleGap(settings);
  return measureOnTheWay(data, settled, [settled.steps])[0];
}

/** @throws {TypeError} if a setting has an unknown name */
export function settleGap(settings: GapSettings): Required<GapSettings> {
  return fillOptions<Required<GapSettings>>("measureGap", settings, {
    numTraining: 500,
    hiddenDim: 50,
    reg: 0,
    steps: 150,
    batchSize: 50,
    learningRate: 1e-3,
    padding: "none",
    deviation: 30,
    seed: 0,
  });
}

/**
 * One training that is measured several times: what `measureGap` gives of each of these numbers of steps, since
 * measuring draws nothing and steps of SGD do not know how many will follow.
 *
 * @param settings all but `steps`, which is not looked at
 * @param steps to measure after; the training is as long as the largest
 * @returns the runs in the order of `steps`
 */
export function measureOnTheWay(data: GapData, settings: Required<GapSettings>, steps: readonly number[]): GapRun[] {
  const { numTraining, hiddenDim, reg, batchSize, learningRate, padding, deviation, seed } = settings;
  for (const each of steps) checkCount("measureGap", "steps", each);
  const random = new RandomState(seed);
  const [drawn, labels] = drawExamples(data, numTraining, random);
  const [X, y] = padding === "none" ? [drawn, labels] : padTrainingSet(drawn, labels, padding, { deviation, random });
  const model = new TwoLayerNet({ inputDim: drawn.size / numTraining, hiddenDim, reg, random, dtype: DTYPE });
  const runs = new Map<number, GapRun>();
  const measure = (done: number): void => {
    if (!steps.includes(done)) return;
    const trainAcc = accuracy(model, X, y, random);
    const testAcc = accuracy(model, data.XTest, data.yTest, random);
    const weights = Math.sqrt(sumOfSquares(model.params.W1) + sumOfSquares(model.params.W2));
    runs.set(done, { ...settings, steps: done, trainAcc, testAcc, gap: trainAcc - testAcc, weights });
  };
  trainSteps(model, X, y, { steps: Math.max(...steps), batchSize, learningRate, random, afterStep: measure });
  return steps.map((each) => runs.get(each)!);
}

function drawExamples({ XTrain, yTrain }: GapData, count: number, random: RandomState): [X: NDArray, y: NDArray] {
  const N = XTrain.shape[0];
  checkWhole("measureGap", "numTraining", count, 1, N);
  const labels = readLabels("measureGap", yTrain, N, Infinity);
  const chosen = random.permutation(N).slice(0, count).data;
  const X = XTrain.takeRows(chosen, zeros([count, ...XTrain.shape.slice(1)], DTYPE));
  return [X, new NDArray(Int32Array.from(chosen, (i) => labels[i]), [count])];
}
