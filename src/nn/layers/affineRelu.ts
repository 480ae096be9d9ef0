/** The "sandwich" that hidden layers are made of: a fully connected layer, then ReLU. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { type AffineCache, affineBackward, affineForward, type AffineGradients } from "./affine.js";
import { checkCache } from "../checks/layerInputs.js";
import { type ReluCache, reluBackward, reluForward } from "./relu.js";

/** What `affineReluForward` keeps for `affineReluBackward`. */
export interface AffineReluCache {
  readonly layer: "affineRelu";
  readonly affine: AffineCache;
  readonly relu: ReluCache;
}

/**
 * Affine layer followed by ReLU: `out = max(0, x·w + b)`.
 *
 * @param x inputs, (N, d1, ..., dk), read as (N, D)
 * @param w weights, (D, M)
 * @param b biases, (M,), or (1, M)
 * @returns `[out, cache]` with out (N, M)
 * @throws {RangeError | TypeError} as `affineForward`
 * @example
 * affineReluForward(array([[1, 2]]), array([[1, -1], [0, -1]]), zeros(2))[0] // array([[1., 0.]])
 */
export function affineReluForward(x: NDArray, w: NDArray, b: NDArray): [out: NDArray, cache: AffineReluCache] {
  const [a, affine] = affineForward(x, w, b);
  const [out, relu] = reluForward(a);
  return [out, { layer: "affineRelu", affine, relu }];
}

/**
 * Gradients of `affineReluForward`: ReLU's first, then the affine layer's.
 *
 * @param dout upstream gradient, (N, M)
 * @returns `{ dx, dw, db }` in the shapes of x, w and b
 * @throws {RangeError} if dout is not (N, M)
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [, cache] = affineReluForward(array([[1, 2]]), array([[1, -1], [0, -1]]), zeros(2));
 * affineReluBackward(array([[1, 1]]), cache).dw // array([[1., 0.], [2., 0.]])
 */
export function affineReluBackward(dout: NDArray, cache: AffineReluCache): AffineGradients {
  checkCache("affineReluBackward", "affineRelu", cache);
  return affineBackward(reluBackward(dout, cache.relu), cache.affine);
}
