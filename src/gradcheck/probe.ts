/** Moving one element of x a little to either side, which every numeric gradient does. */
import { checkPositive } from "../arguments/checkNumber.js";
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
 * @throws {TypeError} if x is not float64: in float32 the difference of two values so close has
 * no digit left
 * @throws {RangeError} if h is not a positive number
 */
export function checkProbe(caller: string, x: NDArray, h: number): void {
  if (x.dtype !== "float64") {
    throw new TypeError(
      `${caller}: expected x to be float64, got ${x.dtype}; a numeric gradient needs the digits: x.astype("float64")`,
    );
  }
  checkPositive(caller, "h", h);
}
