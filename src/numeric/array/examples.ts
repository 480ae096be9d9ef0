/**
 * What models and the Solver read examples from: an NDArray, or a set that keeps its examples in
 * a smaller form and makes float rows of them when they are taken.
 */
import type { NDArray } from "./ndarray.js";
import { notAnArray } from "./notAnArray.js";

/** A set of examples that rows can be taken from: an NDArray is one, and so is an ImageSet. */
export interface Examples {
  /** (N, d1, ..., dk) for N examples */
  readonly shape: readonly number[];
  /**
   * The examples at these indices, as floats, (indices.length, d1, ..., dk).
   *
   * @param out where to put them, in that shape: default a new float64 array
   */
  takeRows(indices: ArrayLike<number>, out?: NDArray): NDArray;
  /** Examples start .. stop - 1, sharing memory with the whole. */
  slice(start: number, stop: number): Examples;
}

/** @throws {TypeError} if X is nothing that rows can be taken from */
export function checkIsExamples(caller: string, name: string, X: Examples): void {
  if (!Array.isArray(X?.shape) || typeof X.takeRows !== "function") throw notAnArray(caller, name, X);
}
