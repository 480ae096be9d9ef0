/** How far the gradients of one unit's weights point the same way. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";

/**
 * For each unit the share of its weight gradients, those that are 0 left out, that have the
 * commoner sign: 1 if all have one sign, 0.5 if half are of either. A unit with nothing but zeros
 * is left out.
 *
 * @param dw gradients of the weights, (D, M); column m belongs to unit m
 * @returns the mean over the units, from 0.5 to 1; NaN if all gradients are 0
 * @throws {RangeError} if dw is not (D, M)
 * @example
 * signAgreement(array([[1, 1], [2, -1]])) // 0.75
 */
export function signAgreement(dw: NDArray): number {
  checkArray("signAgreement", "dw", dw, ["D", "M"]);
  const positive = dw.map((value) => Number(value > 0)).sum(0).data;
  const negative = dw.map((value) => Number(value < 0)).sum(0).data;
  const shares = Array.from(positive, (above, unit) => Math.max(above, negative[unit]) / (above + negative[unit]));
  const moved = shares.filter((share) => !Number.isNaN(share));
  return moved.reduce((sum, share) => sum + share, 0) / moved.length;
}
