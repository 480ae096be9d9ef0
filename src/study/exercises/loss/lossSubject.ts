/** What checks have to know of the two losses. */
import { array } from "../../../numeric/array/create.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { softmaxLoss } from "../../../nn/layers/softmaxLoss.js";
import { svmLoss } from "../../../nn/layers/svmLoss.js";
import { diagnoses } from "../diagnoses.js";
import type { Mistake } from "../mistake.js";

/** What has to come out for particular scores, and what is wrong if something else does. */
export interface LossCase {
  readonly name: string;
  readonly scores: NDArray;
  readonly labels: readonly number[];
  readonly loss: number;
  /** said if the loss is NaN, infinite, or another number */
  readonly diagnosis: { readonly nan: string; readonly infinite: string; readonly other: string };
}

export interface HingeKink {
  readonly scores: NDArray;
  readonly labels: readonly number[];
  /** what is right, in words */
  readonly limit: string;
  readonly mistakes: readonly Mistake[];
}

export interface LossSubject {
  readonly title: string;
  right(x: NDArray, y: readonly number[]): [loss: number, dx: NDArray];
  /** the loss per example when all C scores are equal, as text and number */
  readonly equalScores: { readonly text: string; loss(C: number): number };
  lossMistakes(x: NDArray, y: readonly number[]): Mistake[];
  gradientMistakes(x: NDArray, y: readonly number[]): Mistake[];
  readonly extremes: readonly LossCase[];
  /** scores at a kink, where the numeric gradient says nothing */
  readonly kink?: HingeKink;
}

const everywhere = (text: string) => ({ nan: text, infinite: text, other: text });

export const softmaxSubject: LossSubject = {
  title: "softmax loss",
  right: softmaxLoss,
  equalScores: { text: "ln(C)", loss: Math.log },
  lossMistakes: (x, y) => meanMistakes(x, softmaxLoss(x, y)[0]),
  gradientMistakes: (x, y) => [
    { diagnosis: diagnoses.rightClassKept, gives: () => softmaxLoss(x, y)[1].add(oneHot(x, y).div(x.shape[0])) },
  ],
  extremes: [
    {
      name: "scores of 1000",
      scores: array([[1000, 1000, 1000]]),
      labels: [1],
      loss: Math.log(3),
      diagnosis: everywhere(diagnoses.noShift),
    },
    {
      name: "scores of 800 against 0",
      scores: array([[800, 0, 0]]),
      labels: [1],
      loss: 800,
      diagnosis: { nan: diagnoses.noShift, infinite: diagnoses.logOfZero, other: diagnoses.epsilonInLog },
    },
    {
      name: "scores of 1000 beside an example with scores of 0",
      scores: array([[1000, 1000, 1000], [0, 0, 0]]),
      labels: [1, 2],
      loss: Math.log(3),
      diagnosis: everywhere(diagnoses.sharedShift),
    },
  ],
};

const KINK = array([[1, 2, 0], [0, 3, 2]]); // margins: 2 and 0; 0 for class 2, below 0 for class 0
const KINK_LABELS = [0, 1];

export const svmSubject: LossSubject = {
  title: "SVM loss",
  right: svmLoss,
  equalScores: { text: "C - 1", loss: (C) => C - 1 },
  lossMistakes: (x, y) => [
    { diagnosis: diagnoses.rightClassCounted, gives: () => svmLoss(x, y)[0] + 1 },
    { diagnosis: diagnoses.marginMissing, gives: () => lossWithoutMargin(x, y) },
    ...meanMistakes(x, svmLoss(x, y)[0]),
  ],
  gradientMistakes: (x, y) => [
    { diagnosis: diagnoses.rightClassWithoutPull, gives: () => svmLoss(x, y)[1].mul(oneHot(x, y).mul(-1).add(1)) },
  ],
  extremes: [],
  kink: {
    scores: KINK,
    labels: KINK_LABELS,
    limit: "0 where a margin is 0",
    mistakes: [{ diagnosis: diagnoses.hingeAtZero, gives: gradientBesideKink }],
  },
};

function meanMistakes({ shape: [N, C] }: NDArray, loss: number): Mistake[] {
  return [
    { diagnosis: diagnoses.lossSummed, gives: () => loss * N! },
    { diagnosis: diagnoses.notNegated, gives: () => -loss },
    { diagnosis: diagnoses.lossMeanOfAll, gives: () => loss / C! },
  ];
}

function oneHot(x: NDArray, y: readonly number[]): NDArray {
  const hot = x.mul(0);
  y.forEach((label, i) => hot.set([i, label], 1));
  return hot;
}

/** With the right scores a little lower, margins of 0 are above 0. */
function gradientBesideKink(): NDArray {
  return svmLoss(KINK.sub(oneHot(KINK, KINK_LABELS).mul(1e-9)), KINK_LABELS)[1];
}

function lossWithoutMargin(x: NDArray, y: readonly number[]): number {
  const right = x.mul(oneHot(x, y)).sum(1).reshape(x.shape[0], 1);
  return x.sub(right).maximum(0).sum() / x.shape[0];
}
