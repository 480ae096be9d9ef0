/** A report as a record that a program can read in a saved notebook. */
import type { ChecksRecord, MeasuredCheck } from "../../jupyter/display/checksType.js";
import type { Check } from "./check.js";

export function reportRecord(subject: string, checks: readonly Check[]): ChecksRecord {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const unwritten = checks.filter(({ status }) => status === "not written yet").map(({ measured }) => measured);
  const allPassed = checks.length > 0 && count("passed") === checks.length;
  const rest = unwritten.length > 0 ? "not written yet" : allPassed ? "passed" : "failed";
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
    measured: checks.flatMap(measuredOf),
  };
}

function measuredOf({ name, status, measured, limit }: Check): MeasuredCheck[] {
  return status === "passed" || status === "failed" ? [{ name, status, measured, limit }] : [];
}
