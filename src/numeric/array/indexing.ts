/** Elements by their indices, and arrays as nested lists. */
import type { TypedArray } from "./dtype.js";
import { type Shape, shapeText, sizeOf } from "./shape.js";

/**
 * Where in C order an element is.
 *
 * @param index one for each axis; negative ones count from the end
 * @throws {RangeError} if there is no such element
 */
export function elementOffset(shape: Shape, index: readonly number[]): number {
  if (index.length !== shape.length) {
    throw new RangeError(`NDArray: expected ${shape.length} indices for shape ${shapeText(shape)}, got ${index.length}`);
  }
  return index.reduce((offset, i, axis) => {
    const size = shape[axis];
    const resolved = i < 0 ? i + size : i;
    if (!Number.isInteger(i) || resolved < 0 || resolved >= size) {
      throw new RangeError(`NDArray: expected index ${axis} to be from ${-size} to ${size - 1}, got ${i}`);
    }
    return offset * size + resolved;
  }, 0);
}

/** Nested lists of numbers, as deep as an array has axes. */
export type Nested = number | Nested[];

/** Elements in C order as plain lists, from the one at `start`. */
export function nestedLists(data: TypedArray, shape: Shape, start = 0): Nested {
  const [rows, ...rest] = shape;
  if (rows === undefined) return data[start];
  if (rest.length === 0) return Array.from(data.subarray(start, start + rows));
  const width = sizeOf(rest);
  return Array.from({ length: rows }, (_, row) => nestedLists(data, rest, start + row * width));
}
