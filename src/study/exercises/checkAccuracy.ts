/** Checks a learner's own measure of accuracy. */
import { array } from "../../numeric/array/create.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import type { CheckReport } from "./checkReport.js";
import { compareNumbers } from "./compare.js";
import { diagnoses } from "./diagnoses.js";
import type { Mistake } from "./mistake.js";
import { nanCheck } from "./nanCheck.js";
import { type CheckStep, runChecks } from "./runChecks.js";
import { kindOf } from "./layer/learnersLayer.js";

/** Takes scores (N, C) and a list of N labels, and returns a share from 0 to 1. */
export type Accuracy = (scores: NDArray, y: any) => unknown;

const SCORES = array([[1, 5, -2], [3, 0, 1], [-4, -3, -1], [2, 7, 6]]);
const EQUAL_SCORES = array([[2, 2, 1], [0, 1, 1]]);

/**
 * Checks a measure of accuracy: its value, equal scores, and NaN scores, which must not pass for
 * a prediction of class 0.
 *
 * @param accuracy takes scores (N, C) and a list of N labels; returns the share, from 0 to 1, of
 * examples whose highest score is at the right class
 * @returns what was found; whatever the function throws is a finding too
 * @example
 * const accuracy = (scores, y) => y.filter((label, i) => scores.argmax(1).get(i) === label).length / y.length;
 * checkAccuracy(accuracy).failures.map(({ name }) => name) // [ 'NaN scores' ]
 */
export function checkAccuracy(accuracy: Accuracy): CheckReport {
  return runChecks("accuracy", [[
    valueCheck(accuracy, "share of right answers", SCORES, [1, 0, 2, 2], 0.75, [
      { diagnosis: diagnoses.countForShare, gives: () => 3 },
      { diagnosis: diagnoses.lowestScore, gives: () => 0 },
    ]),
    valueCheck(accuracy, "equal scores", EQUAL_SCORES, [0, 1], 1, [
      { diagnosis: diagnoses.countForShare, gives: () => 2 },
      { diagnosis: diagnoses.tieNotFirst, gives: () => 0 },
    ]),
    nanRow(accuracy),
  ]]);
}

function valueCheck(
  accuracy: Accuracy,
  name: string,
  scores: NDArray,
  labels: readonly number[],
  right: number,
  mistakes: readonly Mistake[],
): CheckStep {
  const comparison = { limit: 1e-12, mistakes, other: diagnoses.accuracyOther };
  return { name, limit: String(right), run: () => compareNumbers(call(accuracy, scores, labels), right, comparison) };
}

function call(accuracy: Accuracy, scores: NDArray, labels: readonly number[]): number {
  const result = accuracy(scores.copy(), [...labels]);
  if (typeof result === "number") return result;
  throw new TypeError(`expected accuracy to return a number, got ${kindOf(result)}`);
}

/** NaN in one row only, whose label is 0. */
function nanRow(accuracy: Accuracy): CheckStep {
  const scores = SCORES.copy();
  scores.slice(3).fill(NaN);
  return nanCheck("NaN scores", diagnoses.nanScores, () => call(accuracy, scores, [1, 0, 2, 0]));
}
