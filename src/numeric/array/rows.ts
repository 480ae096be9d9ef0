/** Rows of an array: what lies at one index of its first axis. */
import type { TypedArray } from "./dtype.js";
import { type Shape, shapeText, sizeOf } from "./shape.js";

/**
 * How many rows an array of the shape has, and of how many elements each is.
 *
 * @throws {RangeError} if it has no axis
 */
function rowsOf(caller: string, shape: Shape): { readonly rows: number; readonly width: number } {
  if (shape.length === 0) throw new RangeError(`${caller}: expected an array with rows, got shape ${shapeText(shape)}`);
  return { rows: shape[0], width: sizeOf(shape.slice(1)) };
}

/**
 * The elements of rows start .. stop - 1, in the same memory.
 *
 * @throws {RangeError} if there are no such rows
 */
export function sliceRows(data: TypedArray, shape: Shape, start: number, stop: number): TypedArray {
  const { rows, width } = rowsOf("slice", shape);
  if (!(Number.isInteger(start) && Number.isInteger(stop) && 0 <= start && start <= stop && stop <= rows)) {
    throw new RangeError(`slice: expected 0 <= start <= stop <= ${rows}, got start ${start} and stop ${stop}`);
  }
  return data.subarray(start * width, stop * width);
}

/**
 * Copies the rows at these indices to out, in that order.
 *
 * @throws {RangeError} if there is no such row
 */
export function copyRows(data: TypedArray, shape: Shape, indices: ArrayLike<number>, out: TypedArray): void {
  const { rows, width } = rowsOf("takeRows", shape);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i];
    if (!(Number.isInteger(row) && row >= 0 && row < rows)) {
      throw new RangeError(`takeRows: expected indices from 0 to ${rows - 1}, got ${row}`);
    }
    out.set(data.subarray(row * width, (row + 1) * width), i * width);
  }
}
