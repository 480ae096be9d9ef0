/**
 * The multiclass support vector machine's hinge loss: the right class should score higher than
 * every other by a margin of 1.
 */
import { NDArray } from "../../numeric/array/ndarray.js";
import { type Labels, readLabels } from "../checks/labels.js";
import { scoreSizes } from "../checks/layerInputs.js";

/**
 * SVM loss: the mean over examples of `sum_j max(0, x_j - x_y + 1)`, j other than y.
 *
 * @param x class scores, (N, C)
 * @param y right classes, N whole numbers from 0 to C - 1
 * @returns `[loss, dx]` with dx (N, C), already divided by N
 * @throws {RangeError} if x is not (N, C) with N and C of 1 or more, or y does not fit it
 * @throws {TypeError} if x is not an NDArray, y not an array, or a label not a whole number
 * @example
 * const [loss, dx] = svmLoss(array([[1, 2, 3], [0, 0, 0]]), [2, 0]);
 * loss // 1
 * dx // array([[ 0. ,  0. ,  0. ], [-1. ,  0.5,  0.5]])
 */
export function svmLoss(x: NDArray, y: Labels): [loss: number, dx: NDArray] {
  const [N, C] = scoreSizes("svmLoss", x);
  const labels = readLabels("svmLoss", y, N, C);
  const right = new NDArray(Float64Array.from(labels, (label, i) => x.data[i * C + label]), [N, 1]);
  const margins = x.sub(right).add(1).maximum(0);
  labels.forEach((label, i) => margins.set([i, label], 0));
  // each margin above 0 pulls its own score down and the right class's up
  const dx = margins.map((margin) => (margin > 0 ? 1 : 0));
  const violations = dx.sum(1);
  labels.forEach((label, i) => dx.set([i, label], 0 - violations.get(i)));
  return [margins.sum() / N, dx.div(N)];
}
