/** The leaky rectified linear unit: what is negative is scaled down instead of cut off. */
import type { NDArray } from "../array/ndarray.js";
import { checkShape } from "../array/shape.js";

/** What `leakyReluForward` keeps for `leakyReluBackward`. */
export interface LeakyReluCache {
  readonly layer: "leakyRelu";
  readonly x: NDArray;
  readonly alpha: number;
}

/**
 * Leaky ReLU: `out = x` where x > 0, else `alpha·x`.
 *
 * @param x inputs of any shape
 * @param alpha slope for negative inputs, from 0 to 1
 * @returns `[out, cache]` with out in x's shape
 * @throws {RangeError} if alpha is not from 0 to 1
 * @example
 * leakyReluForward(array([-1, 0, 2]))[0] // array([-0.01,  0.  ,  2.  ])
 */
export function leakyReluForward(x: NDArray, alpha = 0.01): [out: NDArray, cache: LeakyReluCache] {
  if (!(alpha >= 0 && alpha <= 1)) {
    throw new RangeError(`leakyReluForward: expected alpha to be from 0 to 1, got ${alpha}`);
  }
  return [x.map((value) => (value > 0 ? value : alpha * value)), { layer: "leakyRelu", x, alpha }];
}

/**
 * Gradient of `leakyReluForward`: `dx = dout` where x > 0, else `alpha·dout`; alpha at exactly 0.
 *
 * @param dout upstream gradient, in x's shape
 * @throws {RangeError} if dout has another shape
 * @example
 * const [, cache] = leakyReluForward(array([-1, 0, 2]));
 * leakyReluBackward(array([1, 1, 1]), cache) // array([0.01, 0.01, 1.  ])
 */
export function leakyReluBackward(dout: NDArray, cache: LeakyReluCache): NDArray {
  const { x, alpha } = cache;
  checkShape("leakyReluBackward", "dout", dout.shape, x.shape);
  // out = x or alpha·x, so dx = dout · (1 or alpha)
  return dout.combine(x, (d, value) => (value > 0 ? d : alpha * d));
}
