/** The rectified linear unit: what is negative becomes 0, and so does its gradient. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkCache } from "../checks/layerInputs.js";

/** What `reluForward` keeps for `reluBackward`. */
export interface ReluCache {
  readonly layer: "relu";
  readonly x: NDArray;
}

/**
 * ReLU: `out = max(0, x)`.
 *
 * @param x inputs of any shape
 * @returns `[out, cache]` with out in x's shape; a NaN stays NaN
 * @example
 * reluForward(array([-1, 0, 2]))[0] // array([0., 0., 2.])
 */
export function reluForward(x: NDArray): [out: NDArray, cache: ReluCache] {
  checkArray("reluForward", "x", x);
  return [x.maximum(0), { layer: "relu", x }];
}

/**
 * Gradient of `reluForward`: `dx = dout` where x > 0, else 0. At exactly 0, where ReLU has a kink,
 * the gradient is 0 by convention.
 *
 * @param dout upstream gradient, in x's shape
 * @throws {RangeError} if dout has another shape
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [, cache] = reluForward(array([-1, 0, 2]));
 * reluBackward(array([1, 1, 1]), cache) // array([0., 0., 1.])
 */
export function reluBackward(dout: NDArray, cache: ReluCache): NDArray {
  checkCache("reluBackward", "relu", cache);
  checkArray("reluBackward", "dout", dout, cache.x.shape);
  // out = max(0, x), so dx = dout · [x > 0]
  const dx = dout.copy();
  const [to, x] = [dx.data, cache.x.data];
  for (let i = 0; i < to.length; i++) if (!(x[i] > 0)) to[i] = 0;
  return dx;
}
