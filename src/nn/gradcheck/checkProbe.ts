import { checkFunction, checkPositive } from "../../numeric/arguments/check.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";

/**
 * @throws {TypeError} if f is not a function, or x is not float64: in float32 the difference of two values so close has
 * no digit left
 * @throws {RangeError} if h is not a positive number
 */
export function checkProbe(caller: string, f: unknown, x: NDArray, h: number): void {
  checkFunction(caller, "f", f);
  checkArray(caller, "x", x);
  if (x.dtype !== "float64") {
    throw new TypeError(
      `${caller}: expected x to be float64, got ${x.dtype}; a numeric gradient needs the digits: x.astype("float64")`,
    );
  }
  checkPositive(caller, "h", h);
}

/** @throws {TypeError} if a scalar function has returned something else than a number */
export function checkReturned(caller: string, value: unknown): void {
  if (typeof value !== "number") throw new TypeError(`${caller}: expected f to return a number, got ${describeValue(value)}${remedy(value)}`);
}

function remedy(value: unknown): string {
  if (Array.isArray(value)) return "; a loss returns [loss, gradient]: take the first";
  return value === undefined ? "; is a return missing?" : "";
}
