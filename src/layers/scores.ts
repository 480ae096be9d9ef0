/** What both losses ask of class scores. */
import { checkArray } from "../array/checkArray.js";
import type { NDArray } from "../array/ndarray.js";
import { shapeText } from "../array/shape.js";

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
