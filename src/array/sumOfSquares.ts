/** The squared length of an array, which regularisation penalises. */
import { engine } from "../engine/backend.js";
import type { FloatArray } from "../engine/engine.js";
import type { NDArray } from "./ndarray.js";

/** `Σ x²` over all elements of a float array. */
export function sumOfSquares(x: NDArray): number {
  const data = x.data as FloatArray;
  return engine().dot(data, data);
}
