/** The logistic sigmoid: it squeezes every number into (0, 1), and saturates at both ends. */
import { checkArray } from "../../numeric/array/checkArray.js";
import { exp } from "../../numeric/array/expLog.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkCache } from "../checks/layerInputs.js";

/** What `sigmoidForward` keeps for `sigmoidBackward`. */
export interface SigmoidCache {
  readonly layer: "sigmoid";
  readonly out: NDArray;
}

/**
 * Sigmoid: `out = 1 / (1 + exp(-x))`.
 *
 * @param x inputs of any shape
 * @returns `[out, cache]` with out in x's shape, from 0 to 1; in float64 it is exactly 1 above
 * about 36.8
 * @example
 * sigmoidForward(array([-1, 0, 2]))[0] // array([0.26894142, 0.5       , 0.88079708])
 */
export function sigmoidForward(x: NDArray): [out: NDArray, cache: SigmoidCache] {
  checkArray("sigmoidForward", "x", x);
  const out = x.map((value) => 1 / (1 + exp(-value)));
  return [out, { layer: "sigmoid", out }];
}

/**
 * Gradient of `sigmoidForward`: `dx = dout · out·(1 - out)`, at most a quarter of dout.
 *
 * @param dout upstream gradient, in x's shape
 * @throws {RangeError} if dout has another shape
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [, cache] = sigmoidForward(array([-1, 0, 2]));
 * sigmoidBackward(array([1, 1, 1]), cache) // array([0.19661193, 0.25      , 0.10499359])
 */
export function sigmoidBackward(dout: NDArray, cache: SigmoidCache): NDArray {
  checkCache("sigmoidBackward", "sigmoid", cache);
  checkArray("sigmoidBackward", "dout", dout, cache.out.shape);
  // out = s(x) and s' = s·(1 - s), so dx = dout · out·(1 - out)
  return dout.combine(cache.out, (d, s) => d * s * (1 - s));
}
