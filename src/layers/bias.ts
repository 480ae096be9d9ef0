/** A bias is (M,), or (1, M) as some write-ups shape it: both broadcast the same. */
import type { NDArray } from "../array/ndarray.js";
import { checkShape } from "../array/shape.js";

/** @throws {RangeError} if b is neither (M,) nor (1, M) */
export function checkBias(caller: string, b: NDArray, M: number): void {
  const isRow = b.ndim === 2 && b.shape[0] === 1;
  checkShape(caller, "b", isRow ? b.shape.slice(1) : b.shape, [M]);
}
