/** A linear unit that learns from one example at a time: where its weights go, step by step. */
import { checkArray } from "../../numeric/array/checkArray.js";
import { NDArray } from "../../numeric/array/ndarray.js";

/**
 * A unit `w·x` learns to be `target·x`: for each example a step against the gradient of half the
 * squared error, `dw = (w·x - target·x)·x`. All of one step's gradients have the sign of the
 * error times that of their inputs.
 *
 * @param inputs one row for each step, (N, D)
 * @param target the weights to be found, (D,)
 * @param learningRate small enough for the inputs: below 2 / |x|²
 * @returns the weights before each step and after the last, (N + 1, D); they start at 0
 * @throws {RangeError} if the shapes do not fit
 * @example
 * exampleByExample(array([[1, 0], [0, 1]]), array([1, 2]), 0.5) // array([[0. , 0. ], [0.5, 0. ], [0.5, 1. ]])
 */
export function exampleByExample(inputs: NDArray, target: NDArray, learningRate: number): NDArray {
  checkArray("exampleByExample", "inputs", inputs, ["N", target.size]);
  const [N, D] = inputs.shape as [number, number];
  const weights = new Float64Array((N + 1) * D);
  for (let n = 0; n < N; n++) {
    const x = inputs.data.subarray(n * D, (n + 1) * D);
    const w = weights.subarray(n * D, (n + 1) * D);
    const error = w.reduce((sum, weight, j) => sum + (weight - target.data[j]) * x[j], 0);
    // error²/2 by w is error·x
    weights.set(w.map((weight, j) => weight - learningRate * error * x[j]), (n + 1) * D);
  }
  return new NDArray(weights, [N + 1, D]);
}
