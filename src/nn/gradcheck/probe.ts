/** Moving one element of x a little to either side, which every numeric gradient does. */
import { breathe } from "#host/machine";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkReturned } from "./checkProbe.js";

/**
 * Calls `f` with x[i] raised and then lowered by h, in place, and restores x[i] exactly, also when
 * f throws.
 *
 * @returns `[f(x + h), f(x - h)]`
 */
export function probe<T>(f: (x: NDArray) => T, x: NDArray, i: number, h: number): [above: T, below: T] {
  breathe();
  const old = x.data[i];
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
  for (const value of [above, below]) checkReturned(caller, value);
  return (above - below) / (2 * h);
}
