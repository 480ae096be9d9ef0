/** The relative error by which two gradients are compared. */
import { checkArray } from "../../numeric/array/checkArray.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape, shapeText } from "../../numeric/array/shape.js";

/**
 * The largest `|x - y| / max(1e-8, |x| + |y|)` over all elements: 0 for equal arrays, 1 for
 * opposite ones, NaN if there is a NaN.
 *
 * About 1e-7 is good for a gradient, 1e-2 is wrong; a kink such as ReLU's excuses up to 1e-4.
 *
 * @param x an array, or a number
 * @param y in the same shape; unlike arithmetic, this does not broadcast, because a gradient of
 * another shape than its parameter's is an error
 * @throws {TypeError} if one is neither an array nor a number
 * @throws {RangeError} if the shapes differ or there are no elements
 * @example
 * relError(array([1, 2]), array([1, 2])) // 0
 * relError(2, 1) // 0.3333333333333333
 */
export function relError(x: NDArray | number, y: NDArray | number): number {
  const [a, b] = [toArray("x", x), toArray("y", y)];
  if (!sameShape(a.shape, b.shape)) {
    throw new RangeError(`relError: expected arrays of one shape, got ${shapeText(a.shape)} and ${shapeText(b.shape)}`);
  }
  if (a.size === 0) throw new RangeError(`relError: expected at least one element, got shape ${shapeText(a.shape)}`);
  return a.combine(b, relErrorOfPair).max();
}

function relErrorOfPair(x: number, y: number): number {
  return Math.abs(x - y) / Math.max(1e-8, Math.abs(x) + Math.abs(y));
}

function toArray(name: string, x: NDArray | number): NDArray {
  if (typeof x === "number") return new NDArray(Float64Array.of(x), []);
  checkArray("relError", name, x);
  // integers would round the quotient
  return x.dtype === "int32" || x.dtype === "uint8" ? x.astype("float64") : x;
}
