/** The share of examples whose highest score is at the right class. */
import type { Examples } from "../array/examples.js";
import type { NDArray } from "../array/ndarray.js";
import { type Labels, readLabels } from "../layers/labels.js";
import type { Model } from "../models/model.js";
import type { RandomState } from "../random/randomState.js";

export interface AccuracyOptions {
  /** check this many examples, drawn with replacement, instead of all; null for all */
  readonly numSamples?: number | null;
  /** examples scored at a time, 100 unless told */
  readonly batchSize?: number;
}

/**
 * @param random draws numSamples indices if there are more examples than that, else nothing
 * @returns a share from 0 to 1
 * @throws {RangeError} if there are no examples or y does not fit them
 * @throws {NanScoresError} if a score is NaN
 */
export function accuracy(model: Model, X: Examples, y: Labels, random: RandomState, options: AccuracyOptions = {}): number {
  const { numSamples = null, batchSize = 100 } = options;
  const N = X.shape[0]!;
  const labels = readLabels("checkAccuracy", y, N, Infinity);
  if (N === 0) throw new RangeError("checkAccuracy: expected at least one example, got none");
  const isSample = numSamples !== null && N > numSamples;
  const chosen = isSample ? random.choice(N, numSamples).data : undefined;
  const count = chosen?.length ?? N;
  let right = 0;
  for (let start = 0; start < count; start += batchSize) {
    const stop = Math.min(count, start + batchSize);
    const batch = chosen ? X.takeRows(chosen.subarray(start, stop)) : X.slice(start, stop);
    const predicted = predict(model, batch).data;
    for (let i = start; i < stop; i++) {
      if (predicted[i - start] === labels[chosen ? chosen[i]! : i]) right++;
    }
  }
  return right / count;
}

/** Scores that are no numbers: the argmax over them would be class 0, and look like a result. */
export class NanScoresError extends RangeError {
  override readonly name = "NanScoresError";
}

function predict(model: Model, X: Examples): NDArray {
  const scores = model.scores(X);
  if (Number.isNaN(scores.max())) {
    throw new NanScoresError("checkAccuracy: expected numbers as scores, got NaN; the model has diverged: train it again with a lower learning rate");
  }
  return scores.argmax(1);
}
