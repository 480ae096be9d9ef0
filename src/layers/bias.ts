/** A bias is (M,), or (1, M) as some write-ups shape it: both broadcast the same. */
import { checkArray } from "../array/checkArray.js";
import type { NDArray } from "../array/ndarray.js";
import { checkShape } from "../array/shape.js";

/**
 * @throws {TypeError} if b is not an NDArray
 * @throws {RangeError} if it is neither (M,) nor (1, M)
 */
export function checkBias(caller: string, b: NDArray, M: number): void {
  checkArray(caller, "b", b);
  const isRow = b.ndim === 2 && b.shape[0] === 1;
  checkShape(caller, "b", isRow ? b.shape.slice(1) : b.shape, [M]);
}
