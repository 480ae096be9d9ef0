/** What one check found, and what several found together, as plain records. */
import type { Cause } from "./diagnoses.js";

/** One check of a report, and what came of it. */
export interface Check {
  /** what was looked at, e.g. "backward: shape of db" */
  readonly name: string;
  /** "not run" where a check that it builds on did not pass */
  readonly status: "passed" | "failed" | "not written yet" | "not run";
  /** what came, e.g. "(1, 5)"; the function's name where it is not written yet; empty if not run */
  readonly measured: string;
  /** what is right, e.g. "(5,)" or "below 1e-7" */
  readonly limit: string;
  /** of a failed check: what is wrong and what usually causes it; else empty */
  readonly diagnosis: string;
  /** the keys of the `diagnoses` that were told from all others; none if the cause is not known */
  readonly causes?: readonly Cause[];
  /** of a failed check: one element that differs, e.g. "x[0, 1] = -0.7: got -0.07, expected -0.007"; else empty */
  readonly example?: string;
  /** of a passed check: what is right here and may surprise elsewhere; else empty */
  readonly remark?: string;
}

/** What several checks found together. */
export interface CheckRecord {
  /** what came of all checks, in a line */
  readonly headline: string;
  readonly checks: readonly Check[];
  /** those that failed */
  readonly failures: readonly Check[];
}
