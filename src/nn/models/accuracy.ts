/** The share of examples whose highest score is at the right class. */
import { checkCount } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { checkIsExamples, type Examples } from "../../numeric/array/examples.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { forRowBlocks } from "../../numeric/array/rowBlocks.js";
import { type Labels, readLabels } from "../checks/labels.js";
import type { Model } from "./model.js";
import { modelDtype, withPlacedParameters } from "./parameters.js";
import type { RandomState } from "../../numeric/random/randomState.js";

/** Options of `Solver.checkAccuracy`. */
export interface AccuracyOptions {
  /** check this many examples, drawn with replacement, instead of all; null for all */
  readonly numSamples?: number | null;
  /** examples scored at a time, default 100 */
  readonly batchSize?: number;
}

/** What a model said of some examples, and what they are. */
export interface Predictions {
  readonly predicted: Int32Array;
  readonly labels: Int32Array;
}

/**
 * @param random draws numSamples indices if there are more examples than that, else nothing
 * @returns a share from 0 to 1
 * @throws {TypeError} if X is not an NDArray or an ImageSet, or an option has an unknown name
 * @throws {RangeError} if there are no examples, y does not fit them, or an option is out of range
 * @throws {NanScoresError} if a score is NaN
 */
export function accuracy(model: Model, X: Examples, y: Labels, random: RandomState, options: AccuracyOptions = {}): number {
  return shareRight(predictSample(model, X, y, random, options));
}

/** The share of predictions that are right, from 0 to 1. */
export function shareRight({ predicted, labels }: Predictions): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    if (predicted[i] === labels[i]) right++;
  }
  return right / labels.length;
}

/** The predictions that `accuracy` counts, with its parameters, draws and errors. */
export function predictSample(model: Model, X: Examples, y: Labels, random: RandomState, options: AccuracyOptions = {}): Predictions {
  const { numSamples, batchSize } = fillOptions<Required<AccuracyOptions>>("checkAccuracy", options, { numSamples: null, batchSize: 100 });
  if (numSamples !== null) checkCount("checkAccuracy", "numSamples", numSamples);
  checkCount("checkAccuracy", "batchSize", batchSize);
  checkIsExamples("checkAccuracy", "X", X);
  const N = X.shape[0];
  const classes = readLabels("checkAccuracy", y, N, Infinity);
  if (N === 0) throw new RangeError("checkAccuracy: expected at least one example, got none");
  const isSample = numSamples !== null && N > numSamples;
  const chosen = Int32Array.from(isSample ? random.choice(N, numSamples).data : Array(N).keys());
  const predicted = new Int32Array(chosen.length);
  withPlacedParameters(model, () => forRowBlocks(X, chosen, { dtype: modelDtype(model.params), blockRows: batchSize }, (rows, start) => {
    predicted.set(predict(model, rows).data, start);
  }));
  return { predicted, labels: chosen.map((i) => classes[i]) };
}

/** Scores that are no numbers: the argmax over them would be class 0, and look like a result. */
export class NanScoresError extends RangeError {
  override readonly name = "NanScoresError";
}

function predict(model: Model, X: NDArray): NDArray {
  const scores = model.scores(X);
  if (Number.isNaN(scores.max())) {
    throw new NanScoresError("checkAccuracy: expected numbers as scores, got NaN; the model has diverged: train it again with a lower learning rate");
  }
  return scores.argmax(1);
}
