/** What the fully connected layer asks of its inputs. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { sizeOf } from "../../numeric/array/shape.js";
import { checkBias } from "./layerInputs.js";

/**
 * @throws {TypeError} if one is not an NDArray
 * @throws {RangeError} if x has no rows, w is not (D, M) or b is not (M,)
 */
export function checkAffine(x: NDArray, w: NDArray, b: NDArray): void {
  checkArray("affineForward", "x", x, x?.ndim < 2 ? ["N", "D"] : undefined);
  checkArray("affineForward", "w", w, [rowSize(x), "M"]);
  checkBias("affineForward", b, w.shape[1]);
}

/** D = d1·...·dk */
export function rowSize(x: NDArray): number {
  return sizeOf(x.shape.slice(1));
}
