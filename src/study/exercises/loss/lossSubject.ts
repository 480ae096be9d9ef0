/** What checks have to know of the two losses. */
import { array } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { softmaxLoss } from "../../../nn/layers/softmaxLoss.js";
import { svmLoss } from "../../../nn/layers/svmLoss.js";
import type { Mistake } from "../mistake.js";
import type { CheckNames, Subject } from "../words/wordList.js";
import type { LossCase } from "./lossCase.js";
import { softmaxGradients, softmaxLosses } from "./softmaxMistakes.js";
import { svmGradients, svmLosses } from "./svmMistakes.js";

export interface LossSubject {
  readonly key: Extract<Subject, "softmax" | "svm">;
  right(x: NDArray, y: readonly number[]): [loss: number, dx: NDArray];
  /** the loss per example when all C scores are equal, in words */
  readonly equalScores: string;
  lossMistakes(): Mistake<LossCase>[];
  gradientMistakes(): Mistake<LossCase>[];
  /** scores at which careless formulas break, by the names of their checks */
  readonly extremes: readonly { readonly name: keyof CheckNames & `scores${string}`; readonly at: LossCase }[];
  /** scores that tell the mistakes at extremes from each other */
  readonly between: readonly LossCase[];
  /** scores at a kink, where the numeric gradient says nothing */
  readonly kink?: LossCase;
}

export const softmaxSubject: LossSubject = {
  key: "softmax",
  right: softmaxLoss,
  equalScores: "ln(C)",
  lossMistakes: softmaxLosses,
  gradientMistakes: softmaxGradients,
  extremes: [
    { name: "scoresOf1000", at: { x: array([[1000, 1000, 1000]]), y: [1] } },
    { name: "scoresOf800", at: { x: array([[800, 0, 0]]), y: [1] } },
    { name: "scoresBeside", at: { x: array([[1000, 1000, 1000], [0, 0, 0]]), y: [1, 2] } },
    // with a mean, a middle and a right class far below the maximum: only the maximum keeps exp finite
    { name: "scoresApart", at: { x: array([[1000, 0, 0, 0, 0, -1000], [-1000, -1000, -1000, -1000, -1000, -1000]]), y: [1, 0] } },
  ],
  between: [
    // exp(400) is finite, and exp(-730) is not 0 yet, where exp(730) is infinite
    { x: array([[400, 395, 0]]), y: [1] },
    { x: array([[730, 0, 0]]), y: [1] },
    // half of the range keeps exp finite here, the mean does not
    { x: array([[1000, 0, 0, 0, 0, 0]]), y: [1] },
    // the right class is neither the highest nor the lowest
    { x: array([[800, 400, 0]]), y: [1] },
    // the highest score of all is not the first
    { x: array([[0, 0, 0], [1000, 1000, 1000]]), y: [2, 1] },
    // what limits the scores loses all of the difference, what limits p only some
    { x: array([[1300, 500, 500]]), y: [1] },
  ],
};

export const svmSubject: LossSubject = {
  key: "svm",
  right: svmLoss,
  equalScores: "C - 1",
  lossMistakes: svmLosses,
  gradientMistakes: svmGradients,
  extremes: [],
  between: [],
  // margins: 2 and 0; 0 for class 2, below 0 for class 0
  kink: { x: array([[2, 1, 0], [0, 2, 3]]), y: [1, 2] },
};
