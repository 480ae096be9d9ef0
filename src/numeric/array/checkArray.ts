import { NDArray } from "./ndarray.js";
import { notAnArray } from "./notAnArray.js";
import { checkShape, type ExpectedShape } from "./shape.js";

/**
 * @param expected the shape it must have; default any
 * @throws {TypeError} if value is not an NDArray, with how to make one of it
 * @throws {RangeError} if it has another shape
 */
export function checkArray(caller: string, argument: string, value: NDArray, expected?: ExpectedShape): void {
  if (!(value instanceof NDArray)) throw notAnArray(caller, argument, value);
  if (expected !== undefined) checkShape(caller, argument, value.shape, expected);
}
