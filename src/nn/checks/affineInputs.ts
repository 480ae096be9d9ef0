/** What the fully connected layer asks of its inputs, and how it reads them. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { sizeOf } from "../../numeric/array/shape.js";
import { checkBias, checkCache } from "./layerInputs.js";

/**
 * @throws {TypeError} if one is not an NDArray
 * @throws {RangeError} if x has no rows, w is not (D, M) or b is not (M,)
 */
export function checkAffine(x: NDArray, w: NDArray, b: NDArray): void {
  checkArray("affineForward", "x", x, x?.ndim < 2 ? ["N", "D"] : undefined);
  checkArray("affineForward", "w", w, [rowSize(x), "M"]);
  checkBias("affineForward", b, w.shape[1]);
}

/**
 * @throws {TypeError} if dout is not an NDArray, or cache not of this layer
 * @throws {RangeError} if dout is not (N, M)
 */
export function checkAffineBackward(dout: NDArray, cache: { readonly layer: string; readonly x: NDArray; readonly w: NDArray }): void {
  checkCache("affineBackward", "affine", cache);
  checkArray("affineBackward", "dout", dout, [cache.x.shape[0], cache.w.shape[1]]);
}

/** (N, d1, ..., dk) as (N, D), D = d1·...·dk */
export function flattenRows(x: NDArray): NDArray {
  return x.reshape(x.shape[0], rowSize(x));
}

function rowSize(x: NDArray): number {
  return sizeOf(x.shape.slice(1));
}
