/** Tells one set of training data from another. */
import { createHash } from "node:crypto";
import type { CheckedData } from "./trainingData.js";

/** Shapes and a hash of the labels: another split, size or order shows, and the images need not be read. */
export interface DataFingerprint {
  readonly XTrain: readonly number[];
  readonly XVal: readonly number[];
  readonly labels: string;
}

export function fingerprint({ XTrain, yTrain, XVal, yVal }: CheckedData): DataFingerprint {
  const hash = createHash("sha256");
  for (const labels of [yTrain, yVal]) hash.update(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength));
  return { XTrain: XTrain.shape, XVal: XVal.shape, labels: hash.digest("hex") };
}
