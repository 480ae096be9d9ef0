/** The leaky rectified linear unit: what is negative is scaled down instead of cut off. */
import { checkNumber } from "../../numeric/arguments/check.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkCache } from "../checks/layerInputs.js";

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
 * @throws {TypeError} if x is not an NDArray, or alpha not a number
 * @throws {RangeError} if alpha is not from 0 to 1
 * @example
 * leakyReluForward(array([-1, 0, 2]))[0] // array([-0.01,  0.  ,  2.  ])
 */
export function leakyReluForward(x: NDArray, alpha = 0.01): [out: NDArray, cache: LeakyReluCache] {
  checkArray("leakyReluForward", "x", x);
  checkNumber("leakyReluForward", "alpha", alpha);
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
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [, cache] = leakyReluForward(array([-1, 0, 2]));
 * leakyReluBackward(array([1, 1, 1]), cache) // array([0.01, 0.01, 1.  ])
 */
export function leakyReluBackward(dout: NDArray, cache: LeakyReluCache): NDArray {
  checkCache("leakyReluBackward", "leakyRelu", cache);
  const { x, alpha } = cache;
  checkArray("leakyReluBackward", "dout", dout, x.shape);
  // out = x or alpha·x, so dx = dout · (1 or alpha)
  return dout.combine(x, (d, value) => (value > 0 ? d : alpha * d));
}
