/** Caches say which layer's forward pass made them, so that one of another layer is noticed. */
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkShape, shapeText } from "../../numeric/array/shape.js";

/** @throws {TypeError} if cache is not what `<layer>Forward` has kept */
export function checkCache(caller: string, layer: string, cache: { readonly layer: string }): void {
  const got: unknown = cache?.layer;
  if (got === layer) return;
  const found = typeof got === "string" ? `that of ${got}Forward` : describeValue(cache);
  const remedy = Array.isArray(cache) ? "; a forward pass returns [out, cache]: take the second" : "";
  throw new TypeError(`${caller}: expected the cache of ${layer}Forward, got ${found}${remedy}`);
}

/**
 * @throws {TypeError} if b is not an NDArray
 * @throws {RangeError} if it is neither (M,) nor (1, M)
 */
export function checkBias(caller: string, b: NDArray, M: number): void {
  checkArray(caller, "b", b);
  const isRow = b.ndim === 2 && b.shape[0] === 1;
  checkShape(caller, "b", isRow ? b.shape.slice(1) : b.shape, [M]);
}

/**
 * @throws {TypeError} if x is not an NDArray
 * @throws {RangeError} if it is not (N, C) with N and C of 1 or more
 */
export function scoreSizes(caller: string, x: NDArray): [N: number, C: number] {
  checkArray(caller, "x", x, ["N", "C"]);
  if (x.size === 0) {
    throw new RangeError(`${caller}: expected at least one example and one class, got x of shape ${shapeText(x.shape)}`);
  }
  return x.shape as unknown as [number, number];
}
