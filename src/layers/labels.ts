/** Labels: one whole number from 0 to C - 1 for each example, in any array of integers. */
import { NDArray } from "../array/ndarray.js";
import { shapeText } from "../array/shape.js";

/** Right classes, one whole number from 0 to C - 1 for each example. */
export type Labels = NDArray | ArrayLike<number> | ArrayLike<bigint>;

/**
 * @param N how many labels there must be
 * @param C number of classes; labels reach from 0 to C - 1
 * @throws {RangeError} if there are more or fewer, or one is out of range
 * @throws {TypeError} if one is not a whole number
 */
export function readLabels(caller: string, y: Labels, N: number, C: number): Int32Array {
  if (y instanceof NDArray && y.ndim !== 1) {
    throw new RangeError(`${caller}: expected y to have shape (${N},), got ${shapeText(y.shape)}`);
  }
  const values = y instanceof NDArray ? y.data : y;
  if (values.length !== N) throw new RangeError(`${caller}: expected y to have ${N} labels, got ${values.length}`);
  const labels = new Int32Array(N);
  for (let i = 0; i < N; i++) {
    const label = Number(values[i]);
    if (!Number.isInteger(label)) {
      throw new TypeError(`${caller}: expected labels to be whole numbers, got ${String(values[i])} at index ${i}`);
    }
    if (label < 0 || label >= C) {
      throw new RangeError(`${caller}: expected labels from 0 to ${C - 1}, got ${label} at index ${i}`);
    }
    labels[i] = label;
  }
  return labels;
}
