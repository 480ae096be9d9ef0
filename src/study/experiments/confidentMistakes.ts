/** The mistakes that say most about a classifier: those of which it was surest. */
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { type Labels, readLabels } from "../../nn/checks/labels.js";

/** An example that was classified wrongly. */
export interface Mistake {
  /** which example */
  readonly index: number;
  /** its true class */
  readonly label: number;
  /** the class that scored highest */
  readonly predicted: number;
  /** softmax probability of the predicted class */
  readonly probability: number;
  /** softmax probability of the true class */
  readonly labelProbability: number;
}

/**
 * The wrongly classified examples with the highest softmax probability for the wrong class.
 *
 * @param scores class scores, (N, C)
 * @param y true classes, N whole numbers from 0 to C - 1
 * @param count how many at most
 * @returns the surest first; of equal ones the earlier
 * @throws {RangeError} if scores are not (N, C), or y does not fit them
 * @throws {TypeError} if a label is not a whole number
 * @example
 * const scores = array([[9, 0], [0, 5], [1, 2]]);
 * confidentMistakes(scores, [1, 1, 0], 1).map(({ index, predicted }) => ({ index, predicted })) // [ { index: 0, predicted: 0 } ]
 */
export function confidentMistakes(scores: NDArray, y: Labels, count: number): Mistake[] {
  checkArray("confidentMistakes", "scores", scores, ["N", "C"]);
  const [N, C] = scores.shape as unknown as [number, number];
  const labels = readLabels("confidentMistakes", y, N, C);
  if (N === 0) return [];
  const predicted = scores.argmax(1).data;
  const exp = scores.sub(scores.max(1).reshape(N, 1)).exp();
  const probabilities = exp.div(exp.sum(1).reshape(N, 1));
  return Array.from(labels, (label, index) => ({
    index,
    label,
    predicted: predicted[index],
    probability: probabilities.get(index, predicted[index]),
    labelProbability: probabilities.get(index, label),
  }))
    .filter(({ label, predicted }) => label !== predicted)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
