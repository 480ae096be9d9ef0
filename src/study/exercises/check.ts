/** What one check found, and what several found together, as plain records. */
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
}

/** What several checks found together. */
export interface CheckRecord {
  /** what came of all checks, in a line */
  readonly headline: string;
  readonly checks: readonly Check[];
  /** those that failed */
  readonly failures: readonly Check[];
}
