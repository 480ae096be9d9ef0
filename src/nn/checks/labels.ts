/** Labels: one whole number from 0 to C - 1 for each example, in any array of integers. */
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { shapeText } from "../../numeric/array/shape.js";

/** Right classes, one whole number from 0 to C - 1 for each example. */
export type Labels = NDArray | ArrayLike<number> | ArrayLike<bigint>;

/**
 * @param N how many labels there must be
 * @param C number of classes; labels reach from 0 to C - 1
 * @throws {RangeError} if there are more or fewer, or one is out of range
 * @throws {TypeError} if y is not an array, or a label not a whole number
 */
export function readLabels(caller: string, y: Labels, N: number, C: number): Int32Array {
  if (y instanceof NDArray && y.ndim !== 1) {
    throw new RangeError(`${caller}: expected y to have shape (${N},), got ${shapeText(y.shape)}`);
  }
  const values = y instanceof NDArray ? y.data : y;
  if (!isList(values)) throw new TypeError(`${caller}: expected y to be an array of labels, got ${describeValue(y)}`);
  if (values.length !== N) throw new RangeError(`${caller}: expected y to have ${N} labels, got ${values.length}`);
  const labels = new Int32Array(N);
  for (let i = 0; i < N; i++) {
    const value: unknown = values[i];
    const label = typeof value === "bigint" ? Number(value) : value;
    if (!isWhole(label)) {
      throw new TypeError(`${caller}: expected labels to be whole numbers, got ${describeValue(value)} at index ${i}`);
    }
    if (label < 0 || label >= C) {
      throw new RangeError(`${caller}: expected labels from 0 to ${C - 1}, got ${label} at index ${i}`);
    }
    labels[i] = label;
  }
  return labels;
}

function isList(values: ArrayLike<unknown>): boolean {
  return typeof values === "object" && typeof values?.length === "number";
}

function isWhole(label: unknown): label is number {
  return Number.isInteger(label);
}
