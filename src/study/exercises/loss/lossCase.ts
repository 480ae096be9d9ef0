/** Scores and labels at which both losses are asked. */
import { zeros } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { RandomState } from "../../../numeric/random/randomState.js";

export interface LossCase {
  readonly x: NDArray;
  readonly y: readonly number[];
}

/** Two sets of scores, of other sizes each, so that N and C are told from any other number; the first are compared numerically. */
export function lossCases(): [LossCase, LossCase] {
  const random = new RandomState(231);
  return [
    { x: random.randn(3, 5).mul(2), y: [4, 1, 2] },
    { x: random.randn(7, 4).mul(2), y: [3, 0, 2, 2, 1, 3, 1] },
  ];
}

/** All scores equal, in sizes that are not those of the other cases. */
export const EQUAL: LossCase = { x: zeros([3, 5]), y: [4, 1, 2] };
