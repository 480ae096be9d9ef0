/** Checks a learner's own measure of accuracy. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { type AccuracyCase, accuracyCases, accuracyMistakes, tiedCase } from "./accuracyMistakes.js";
import type { CheckReport } from "./checkReport.js";
import { judge, once, type Probe, type Quantity, valueOf } from "./judge.js";
import { nanCheck } from "./nanCheck.js";
import { type CheckStep, runChecks } from "./runChecks.js";
import { unchangedBy } from "./unchanged.js";
import { numberText } from "./value.js";
import { words } from "./words/words.js";

const NAN_ROW = 3;

/** Takes scores (N, C) and a list of N labels, and returns a share from 0 to 1. */
export type Accuracy = (scores: NDArray, y: any) => unknown;

/**
 * Checks a measure of accuracy: its value, equal scores, NaN scores, which must not pass for a
 * prediction of class 0, and whether scores and labels stay unchanged.
 *
 * @param accuracy takes scores (N, C) and a list of N labels; returns the share, from 0 to 1, of
 * examples whose highest score is at the right class
 * @returns what was found; whatever the function throws is a finding too
 * @example
 * const accuracy = (scores, y) => y.filter((label, i) => scores.argmax(1).get(i) === label).length / y.length;
 * checkAccuracy(accuracy).failures.map(({ name }) => name) // [ 'NaN scores' ]
 */
export function checkAccuracy(accuracy: Accuracy): CheckReport {
  const probes = [...accuracyCases(), tiedCase()].map((at): Probe<AccuracyCase> => ({
    input: at, right: at.share, got: once(() => asked(accuracy, at)), again: () => asked(accuracy, at),
  }));
  const { names, diagnoses, subjects } = words();
  const share: Quantity<AccuracyCase> = { name: subjects.accuracy, limit: 1e-12, probes, mistakes: accuracyMistakes, other: diagnoses.accuracyOther };
  const check = (name: string, own: readonly Probe<AccuracyCase>[]): CheckStep => ({ name, limit: numberText(own[0]!.right as number), run: () => judge(share, own) });
  return runChecks("accuracy", [[check(names.share, probes.slice(0, 2)), check(names.equalScores, probes.slice(2)), nanRow(accuracy), unchanged(accuracy)]]);
}

function asked(accuracy: Accuracy, { scores, y }: AccuracyCase): unknown {
  return accuracy(scores.copy(), [...y]);
}

/** NaN in one row only. It stands for class 0 if the share is larger by that row where its label is 0. */
function nanRow(accuracy: Accuracy): CheckStep {
  const [at] = accuracyCases();
  const scores = at.scores.copy();
  scores.slice(NAN_ROW, NAN_ROW + 1).fill(NaN);
  const shareFor = (own: number) => {
    const y = at.y.map((label, i) => (i === NAN_ROW ? own : label));
    return valueOf("", { right: 0, got: () => asked(accuracy, { ...at, scores, y }) }) as number;
  };
  const isClassZero = () => Math.abs(shareFor(0) - shareFor(1) - 1 / at.y.length) < 1e-9;
  return nanCheck(words().names.nanScores, () => (isClassZero() ? "nanScores" : "nanShareHidden"), () => shareFor(0));
}

function unchanged(accuracy: Accuracy): CheckStep {
  const [at] = accuracyCases();
  const { names, changed, culprit, subjects } = words();
  return {
    name: names.accuracyUnchanged,
    limit: changed(0),
    run: () => {
      const [scores, y] = [at.scores.copy(), [...at.y]];
      return unchangedBy(culprit(subjects.accuracy, "name"), { scores, y }, () => accuracy(scores, y));
    },
  };
}
