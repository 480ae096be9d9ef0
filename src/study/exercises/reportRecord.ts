/** A report as a record that a program can read in a saved notebook, the same in every language. */
import type { Check } from "./check.js";
import type { Cause } from "./diagnoses.js";

export const CHECKS_TYPE = "application/vnd.two-layer-net.checks+json";

export interface ReportRecord {
  readonly version: 1;
  /** in English */
  readonly subject: string;
  /** a mistake counts before what is still to be written */
  readonly status: "passed" | "failed" | "not written yet";
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
  /** the functions that are stubs */
  readonly notWritten: readonly string[];
  /** the keys of the diagnoses */
  readonly causes: readonly Cause[];
}

export function reportRecord(subject: string, checks: readonly Check[]): ReportRecord {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const unwritten = checks.filter(({ status }) => status === "not written yet").map(({ measured }) => measured);
  const rest = count("passed") === checks.length ? "passed" : "not written yet";
  return {
    version: 1,
    subject,
    status: count("failed") > 0 ? "failed" : rest,
    total: checks.length,
    passed: count("passed"),
    failed: count("failed"),
    notRun: count("not run"),
    notWritten: [...new Set(unwritten)],
    causes: [...new Set(checks.flatMap(({ causes = [] }) => causes))],
  };
}
