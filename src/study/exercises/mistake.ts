/** Mistakes as data: each says what would come out if it had been made. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { relError } from "../../nn/gradcheck/relError.js";
import { sameShape } from "../../numeric/array/shape.js";
import { diagnoses } from "./diagnoses.js";

export interface Mistake {
  readonly diagnosis: string;
  /** what comes out if it has been made */
  gives(): NDArray | number;
}

/** How near a result has to be to that of a mistake: numeric gradients are known to about 1e-7. */
const NEAR = 1e-5;

/** @returns the diagnosis of the first mistake that gives just this, or else the other text */
export function recognise(got: NDArray, mistakes: readonly Mistake[], other: string): string {
  return mistakes.find(({ gives }) => isNear(got, gives()))?.diagnosis ?? other;
}

/** The mistakes that any gradient can have. */
export function gradientMistakes(right: NDArray, N: number): Mistake[] {
  return [
    { diagnosis: diagnoses.allZero, gives: () => right.mul(0) },
    { diagnosis: diagnoses.signFlipped, gives: () => right.mul(-1) },
    { diagnosis: diagnoses.meanForSum, gives: () => right.div(N) },
    { diagnosis: diagnoses.sumForMean, gives: () => right.mul(N) },
    { diagnosis: diagnoses.twice, gives: () => right.mul(2) },
    { diagnosis: diagnoses.half, gives: () => right.div(2) },
    { diagnosis: diagnoses.transposed, gives: () => right.T.reshape(...right.shape) },
  ];
}

function isNear(got: NDArray, candidate: NDArray | number): boolean {
  const expected = typeof candidate === "number" ? new NDArray(Float64Array.of(candidate), []) : candidate;
  if (!sameShape(got.shape, expected.shape)) return false;
  return (isNan(got) && isNan(expected)) || relError(got, expected) < NEAR;
}

function isNan({ data }: NDArray): boolean {
  return data.every((value) => Number.isNaN(value));
}
