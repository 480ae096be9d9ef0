/** Which classes a classifier takes for which, counted. */
import { zeros } from "../../numeric/array/create.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { type Labels, readLabels } from "../../nn/checks/labels.js";

/**
 * Counts examples by true and predicted class; the right ones are on the diagonal.
 *
 * @param y true classes, N whole numbers from 0 to C - 1
 * @param predicted classes that were predicted, likewise
 * @param numClasses C
 * @returns (C, C) int32: a row for each true class, a column for each predicted one
 * @throws {RangeError} if there are not as many of one as of the other, or a class is out of range
 * @throws {TypeError} if a class is not a whole number
 * @example
 * confusionMatrix([0, 0, 1], [0, 1, 1], 2).toList() // [[1, 1], [0, 1]]
 */
export function confusionMatrix(y: Labels, predicted: Labels, numClasses: number): NDArray {
  const N = y instanceof NDArray ? y.size : y?.length;
  const labels = readLabels("confusionMatrix, y", y, N, numClasses);
  const guesses = readLabels("confusionMatrix, predicted", predicted, N, numClasses);
  const counts = zeros([numClasses, numClasses], "int32");
  labels.forEach((label, i) => counts.data[label * numClasses + guesses[i]]++);
  return counts;
}
