/** Runs checks one by one: whatever the learner's code throws becomes a finding. */
import type { Check } from "./check.js";
import { CheckReport } from "./checkReport.js";
import type { Finding } from "./finding.js";
import { NotWrittenError } from "./notWritten.js";
import { stopped } from "./stopped.js";
import { english } from "./words/english.js";
import type { Subject } from "./words/wordList.js";
import { words } from "./words/words.js";
import { NoResult } from "./wrongResult.js";

export interface CheckStep {
  readonly name: string;
  /** what is right, e.g. "(5,)" */
  readonly limit: string;
  /** whether the rest of its group says nothing new where this one fails */
  readonly guards?: boolean;
  /** @returns null where another check has to pass first */
  run(): Finding | null;
}

/**
 * @param subject what is checked
 * @param groups where the first of a group is not written yet, or gives no result at all, so would the others: they are
 * not run
 */
export function runChecks(subject: Subject, groups: readonly (readonly CheckStep[])[]): CheckReport {
  return new CheckReport(words().subjects[subject], withoutGaps(groups.flatMap(runGroup)), english.subjects[subject]);
}

function runGroup(steps: readonly CheckStep[]): Check[] {
  const [gate, ...others] = steps as [CheckStep, ...CheckStep[]];
  const { check, hasResult } = runStep(gate);
  const isOpen = hasResult && (check.status === "passed" || !gate.guards);
  return [check, ...others.map((step) => (isOpen ? runStep(step).check : notRun(step)))];
}

function runStep(step: CheckStep): { readonly check: Check; readonly hasResult: boolean } {
  const { name, limit } = step;
  try {
    const finding = step.run();
    if (finding === null) return { check: notRun(step), hasResult: true };
    return { check: { name, limit, status: finding.diagnosis === "" ? "passed" : "failed", ...finding }, hasResult: true };
  } catch (error) {
    if (error instanceof NotWrittenError) {
      return { check: { name, limit, status: "not written yet", measured: error.subject, diagnosis: "" }, hasResult: false };
    }
    const finding = error instanceof NoResult ? error.finding : stopped(error);
    return { check: { name, limit, status: "failed", ...finding }, hasResult: false };
  }
}

function notRun({ name, limit }: CheckStep): Check {
  return { name, limit, status: "not run", measured: "", diagnosis: "" };
}

/** A check may be left out only because of another that failed or is not written yet. */
function withoutGaps(checks: readonly Check[]): Check[] {
  return checks.map((check, i) => {
    const isExcused = checks.slice(0, i).some(({ status }) => status === "failed" || status === "not written yet");
    if (check.status !== "not run" || isExcused) return check;
    return { ...check, status: "failed", diagnosis: words().notRunWithoutReason };
  });
}
