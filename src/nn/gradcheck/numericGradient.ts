/** Gradients by centred differences: slow, and right unless the function has a kink near by. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { pairwiseSum } from "../../numeric/array/reduce.js";
import { checkShape } from "../../numeric/array/shape.js";
import { checkProbe } from "./checkProbe.js";
import { elementByElement, type GradientProgress } from "./elementByElement.js";
import { centredDifference, probe } from "./probe.js";

/**
 * The gradient of a scalar function, `df/dx_i ≈ (f(x + h·e_i) - f(x - h·e_i)) / 2h`.
 *
 * @param f called twice for each element of x; it reads x, or what x is a part of
 * @param x float64, any shape; changed during the calls and restored exactly
 * @param h step, about 1e-5 balances truncation against rounding
 * @param progress for an x of many elements
 * @returns the gradient in x's shape
 * @throws {TypeError} if f is not a function that returns a number, or x is not float64
 * @throws {RangeError} if h is not a positive number
 * @example
 * const numeric = evalNumericalGradient((x) => x.mul(x).sum(), array([1, 2, 3]));
 * relError(numeric, array([2, 4, 6])) < 1e-9 // true
 */
export function evalNumericalGradient(
  f: (x: NDArray) => number,
  x: NDArray,
  h = 1e-5,
  progress?: GradientProgress,
): NDArray {
  checkProbe("evalNumericalGradient", f, x, h);
  return elementByElement(x, progress, (i) => centredDifference("evalNumericalGradient", f, x, i, h));
}

/**
 * The gradient that reaches x when `df` is the gradient of what comes after f:
 * `sum((f(x + h·e_i) - f(x - h·e_i)) · df) / 2h`.
 *
 * @param f array-valued, called twice for each element of x
 * @param x float64, any shape; changed during the calls and restored exactly
 * @param df upstream gradient, in the shape of f's value
 * @param progress for an x of many elements
 * @returns the gradient in x's shape
 * @throws {TypeError} if f is not a function that returns an NDArray, df is not one, or x is not float64
 * @throws {RangeError} if df has not the shape of f's value, or h is not a positive number
 * @example
 * const [x, dout] = [array([-1, 0.5, 2]), array([1, 10, 100])];
 * const [, cache] = reluForward(x);
 * const numeric = evalNumericalGradientArray((x) => reluForward(x)[0], x, dout);
 * relError(numeric, reluBackward(dout, cache)) < 1e-9 // true
 */
export function evalNumericalGradientArray(
  f: (x: NDArray) => NDArray,
  x: NDArray,
  df: NDArray,
  h = 1e-5,
  progress?: GradientProgress,
): NDArray {
  checkProbe("evalNumericalGradientArray", f, x, h);
  checkArray("evalNumericalGradientArray", "df", df);
  return elementByElement(x, progress, (i) => {
    // f may return an array that it writes to again, or x itself: keep what it said
    const [above, below] = probe((probed) => copyOf(f(probed)), x, i, h);
    checkShape("evalNumericalGradientArray", "df", df.shape, above.shape);
    return pairwiseSum(above.sub(below).mul(df).data) / (2 * h);
  });
}

function copyOf(value: NDArray): NDArray {
  checkArray("evalNumericalGradientArray", "what f returns", value);
  return value.copy();
}
