/** The hyperbolic tangent: a sigmoid stretched to (-1, 1), whose outputs are centred on 0. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkCache } from "../checks/layerInputs.js";

/** What `tanhForward` keeps for `tanhBackward`. */
export interface TanhCache {
  readonly layer: "tanh";
  readonly out: NDArray;
}

/**
 * Hyperbolic tangent: `out = tanh(x)`, which is `2·sigmoid(2x) - 1`.
 *
 * @param x inputs of any shape
 * @returns `[out, cache]` with out in x's shape, from -1 to 1; in float64 it is exactly 1 or -1
 * where |x| is above about 19.1
 * @example
 * tanhForward(array([-1, 0, 2]))[0] // array([-0.76159416,  0.        ,  0.96402758])
 */
export function tanhForward(x: NDArray): [out: NDArray, cache: TanhCache] {
  checkArray("tanhForward", "x", x);
  const out = x.map(Math.tanh);
  return [out, { layer: "tanh", out }];
}

/**
 * Gradient of `tanhForward`: `dx = dout · (1 - out²)`, at most dout.
 *
 * @param dout upstream gradient, in x's shape
 * @throws {RangeError} if dout has another shape
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @example
 * const [, cache] = tanhForward(array([-1, 0, 2]));
 * tanhBackward(array([1, 1, 1]), cache) // array([0.41997434, 1.        , 0.07065082])
 */
export function tanhBackward(dout: NDArray, cache: TanhCache): NDArray {
  checkCache("tanhBackward", "tanh", cache);
  checkArray("tanhBackward", "dout", dout, cache.out.shape);
  // out = tanh(x) and tanh' = 1 - tanh², so dx = dout · (1 - out²)
  return dout.combine(cache.out, (d, t) => d * (1 - t * t));
}
