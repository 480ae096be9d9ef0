/**
 * Softmax with cross-entropy: scores become probabilities, and the loss is how surprised they
 * leave us at the right class.
 */
import { log } from "../../numeric/array/expLog.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { pairwiseSum } from "../../numeric/array/reduce.js";
import { type Labels, readLabels } from "../checks/labels.js";
import { scoreSizes } from "../checks/layerInputs.js";

/**
 * Softmax loss: the mean over examples of `log(sum_j exp(x_j)) - x_y`, finite for any finite scores.
 *
 * @param x class scores, (N, C)
 * @param y right classes, N whole numbers from 0 to C - 1
 * @returns `[loss, dx]` with dx (N, C), already divided by N
 * @throws {RangeError} if x is not (N, C) with N and C of 1 or more, or y does not fit it
 * @throws {TypeError} if x is not an NDArray, y not an array, or a label not a whole number
 * @example
 * const [loss, dx] = softmaxLoss(array([[1, 2, 3], [0, 0, 0]]), [2, 0]);
 * loss // 0.753109126556245
 * dx // array([[ 0.04501529,  0.12236424, -0.16737952], [-0.33333333,  0.16666667,  0.16666667]])
 */
export function softmaxLoss(x: NDArray, y: Labels): [loss: number, dx: NDArray] {
  const [N, C] = scoreSizes("softmaxLoss", x);
  const labels = readLabels("softmaxLoss", y, N, C);
  const shifted = x.sub(x.max(1).reshape(N, 1)); // the largest exponent is 0: no overflow
  const exp = shifted.exp();
  const total = exp.sum(1);
  // dloss_i/dx_ij = p_ij - [j = y_i], with p = exp / total
  const dx = exp.div(total.reshape(N, 1));
  const losses = Float64Array.from(labels, (label, i) => {
    const at = i * C + label;
    dx.data[at] -= 1;
    // log p = shifted - log total, which stays finite where p itself underflows to 0
    return log(total.data[i]) - shifted.data[at];
  });
  return [pairwiseSum(losses) / N, dx.div(N)];
}
