import type { TypedArray } from "./dtype.js";
import { type Shape, sizeOf } from "./shape.js";

/** Nested lists of numbers, as deep as an array has axes. */
export type Nested = number | Nested[];

/** Elements in C order as plain lists, from the one at `start`. */
export function nestedLists(data: TypedArray, shape: Shape, start = 0): Nested {
  const [rows, ...rest] = shape;
  if (rows === undefined) return data[start]!;
  if (rest.length === 0) return Array.from(data.subarray(start, start + rows));
  const width = sizeOf(rest);
  return Array.from({ length: rows }, (_, row) => nestedLists(data, rest, start + row * width));
}
