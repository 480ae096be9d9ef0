/** Runs checks one by one: whatever the learner's code throws becomes a finding. */
import type { Check } from "./check.js";
import { CheckReport } from "./checkReport.js";
import { NotWrittenError } from "./notWritten.js";

export interface Finding {
  /** what came, e.g. "(1, 5)" */
  readonly measured: string;
  /** what is wrong and what usually causes it; empty if all is well */
  readonly diagnosis: string;
}

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
 * @param groups where the first of a group is not written yet or stops with an error, so would the
 * others: they are not run
 */
export function runChecks(subject: string, groups: readonly (readonly CheckStep[])[]): CheckReport {
  return new CheckReport(subject, groups.flatMap(runGroup));
}

function runGroup(steps: readonly CheckStep[]): Check[] {
  const [gate, ...others] = steps as [CheckStep, ...CheckStep[]];
  const first = runStep(gate);
  const isOpen = first.status === "passed" || (first.status === "failed" && first.measured !== STOPPED && !gate.guards);
  return [first, ...others.map(isOpen ? runStep : notRun)];
}

const STOPPED = "an error instead of a result";

function runStep(step: CheckStep): Check {
  const { name, limit } = step;
  try {
    const finding = step.run();
    if (finding === null) return notRun(step);
    return { name, limit, status: finding.diagnosis === "" ? "passed" : "failed", ...finding };
  } catch (error) {
    if (error instanceof NotWrittenError) {
      return { name, limit, status: "not written yet", measured: error.subject, diagnosis: "" };
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { name, limit, status: "failed", measured: STOPPED, diagnosis: `the code stopped with ${text}` };
  }
}

function notRun({ name, limit }: CheckStep): Check {
  return { name, limit, status: "not run", measured: "", diagnosis: "" };
}
