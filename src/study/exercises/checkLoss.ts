/** Checks a learner's own loss. */
import { unknownName } from "../../numeric/arguments/fillOptions.js";
import type { CheckReport } from "./checkReport.js";
import { type Loss, lossChecks } from "./loss/lossChecks.js";
import { softmaxSubject, svmSubject } from "./loss/lossSubject.js";
import { runChecks } from "./runChecks.js";

const subjects = { softmax: softmaxSubject, svm: svmSubject } as const;

/** The losses that can be checked. */
export type LossName = keyof typeof subjects;

/**
 * Checks a loss: its value, ln(C) (SVM: C - 1) for equal scores, the numeric gradient, extreme
 * scores, NaN, exact margins, and whether scores and labels stay unchanged.
 *
 * @param name which loss it is meant to be
 * @param loss takes scores (N, C) and a list of N labels, and returns `[loss, dx]`, dx (N, C)
 * already divided by N
 * @returns what was found; whatever the function throws is a finding too
 * @throws {RangeError} if there is no loss of that name, with the nearest one
 * @example
 * checkLoss("softmax", softmaxLoss).headline // "softmax loss: 11 of 11 checks passed"
 */
export function checkLoss(name: LossName, loss: Loss): CheckReport {
  if (!Object.hasOwn(subjects, name)) {
    throw new RangeError(`checkLoss: ${unknownName("loss", name, Object.keys(subjects))}`);
  }
  return runChecks(subjects[name].key, lossChecks(subjects[name], loss));
}
