/**
 * The fully connected layer. Every output is a weighted sum of all inputs plus a bias:
 * `out = x·w + b`.
 */
import { matmul } from "../../numeric/array/linearAlgebra.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkAffine, checkAffineBackward, flattenRows } from "../checks/affineInputs.js";

/** What `affineForward` keeps for `affineBackward`. */
export interface AffineCache {
  readonly layer: "affine";
  readonly x: NDArray;
  readonly w: NDArray;
  readonly b: NDArray;
}

/** What `affineBackward` returns. */
export interface AffineGradients {
  /** the shape of x */
  readonly dx: NDArray;
  /** (D, M) */
  readonly dw: NDArray;
  /** the shape of b */
  readonly db: NDArray;
}

/**
 * Fully connected layer: `out = x·w + b`, with each example flattened to a row.
 *
 * @param x inputs, (N, d1, ..., dk), read as (N, D) with D = d1·...·dk
 * @param w weights, (D, M)
 * @param b biases, (M,), or (1, M)
 * @returns `[out, cache]` with out (N, M)
 * @throws {RangeError} if x has no rows, w is not (D, M) or b is not (M,)
 * @throws {TypeError} if one of them is not an NDArray
 * @example
 * const [x, w, b] = [array([[1, 2]]), array([[1, 0, 1], [0, 1, 1]]), array([10, 20, 30])];
 * affineForward(x, w, b)[0] // array([[11., 22., 33.]])
 * affineForward(array([[1, 2, 3]]), w, b) // RangeError: affineForward: expected w to have shape (3, M), got (2, 3)
 */
export function affineForward(x: NDArray, w: NDArray, b: NDArray): [out: NDArray, cache: AffineCache] {
  checkAffine(x, w, b);
  const out = matmul(flattenRows(x), w).add(b);
  return [out, { layer: "affine", x, w, b }];
}

/**
 * Gradients of `affineForward`.
 *
 * @param dout upstream gradient, (N, M)
 * @returns `{ dx, dw, db }` in the shapes of x, w and b
 * @throws {RangeError} if dout is not (N, M)
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [x, w, b] = [array([[1, 2]]), array([[1, 0, 1], [0, 1, 1]]), array([10, 20, 30])];
 * const [, cache] = affineForward(x, w, b);
 * const { dx, dw, db } = affineBackward(array([[1, -1, 0]]), cache);
 * dx // array([[ 1., -1.]])
 * dw // array([[ 1., -1.,  0.], [ 2., -2.,  0.]])
 * db // array([ 1., -1.,  0.])
 */
export function affineBackward(dout: NDArray, cache: AffineCache): AffineGradients {
  checkAffineBackward(dout, cache);
  const { x, w, b } = cache;
  // out = x·w + b, so dx = dout·wᵀ and dw = xᵀ·dout
  const dx = matmul(dout, w, { transposeB: true }).reshape(...x.shape);
  const dw = matmul(flattenRows(x), dout, { transposeA: true });
  // b is added to every row, so db sums over the rows
  const db = dout.sum(0).reshape(...b.shape);
  return { dx, dw, db };
}
