/** Units that no example switches on: for ReLU, those through which no gradient flows. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";

/**
 * The hidden units whose input is 0 or less for every example. With ReLU they are dead: their
 * gradient is 0 for all examples, so no step moves them.
 *
 * @param preactivations what goes into the activation, (N, H)
 * @returns their numbers, from 0 to H - 1, in order
 * @throws {RangeError} if preactivations are not (N, H)
 * @example
 * silentUnits(array([[1, -1, 0], [-2, -3, 0]])) // [ 1, 2 ]
 */
export function silentUnits(preactivations: NDArray): number[] {
  checkArray("silentUnits", "preactivations", preactivations, ["N", "H"]);
  const largest = preactivations.max(0).data;
  return Array.from(largest.keys()).filter((unit) => !(largest[unit] > 0));
}
