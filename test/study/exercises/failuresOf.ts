import type { CheckReport } from "../../../src/study/index.js";

/** The diagnoses of a report by the name of the check that failed. */
export function failuresOf(report: CheckReport): Record<string, string> {
  return Object.fromEntries(report.failures.map(({ name, diagnosis }) => [name, diagnosis]));
}
