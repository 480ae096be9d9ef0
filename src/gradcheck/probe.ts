/** Moving one element of x a little to either side, which every numeric gradient does. */
import { describeValue } from "../arguments/describeValue.js";
import { checkFunction } from "../arguments/checkFunction.js";
import { checkPositive } from "../arguments/checkNumber.js";
import { checkArray } from "../array/checkArray.js";
import type { NDArray } from "../array/ndarray.js";

/**
 * Calls `f` with x[i] raised and then lowered by h, in place, and restores x[i] exactly, also when
 * f throws.
 *
 * @returns `[f(x + h), f(x - h)]`
 */
export function probe<T>(f: (x: NDArray) => T, x: NDArray, i: number, h: number): [above: T, below: T] {
  const old = x.data[i]!;
  try {
    x.data[i] = old + h;
    const above = f(x);
    x.data[i] = old - h;
    return [above, f(x)];
  } finally {
    x.data[i] = old;
  }
}

/**
 * The centred difference of a scalar function at one element.
 *
 * @throws {TypeError} if f does not return a number
 */
export function centredDifference(caller: string, f: (x: NDArray) => number, x: NDArray, i: number, h: number): number {
  const [above, below] = probe(f, x, i, h);
  for (const value of [above, below]) {
    if (typeof value !== "number") throw new TypeError(`${caller}: expected f to return a number, got ${describeValue(value)}${remedy(value)}`);
  }
  return (above - below) / (2 * h);
}

function remedy(value: unknown): string {
  if (Array.isArray(value)) return "; a loss returns [loss, gradient]: take the first";
  return value === undefined ? "; is a return missing?" : "";
}

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
