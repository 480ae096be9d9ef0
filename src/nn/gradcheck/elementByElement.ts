/** The loop of every numeric gradient, which may take minutes and says how far it has come. */
import { NDArray } from "../../numeric/array/ndarray.js";

/** Whoever is told how far a numeric gradient has come; `startProgress` of the notebooks gives one. */
export interface GradientProgress {
  /** After each element, with how many are done. */
  update(done: number): void;
  /** Once, whether all are done or an error ended it. */
  end(): void;
}

/** @returns the derivatives by each element of x, in x's shape */
export function elementByElement(x: NDArray, progress: GradientProgress | undefined, derivative: (i: number) => number): NDArray {
  const gradient = new Float64Array(x.size);
  try {
    for (let i = 0; i < x.size; i++) {
      gradient[i] = derivative(i);
      progress?.update(i + 1);
    }
  } finally {
    progress?.end();
  }
  return new NDArray(gradient, x.shape);
}
