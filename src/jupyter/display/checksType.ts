/** What a report of checks tells programs beside what it tells people, and the MIME type under which it stands in a notebook. */
export const checksType = "application/vnd.two-layer-net.checks+json";

/** The same in every language, but for the texts of {@link MeasuredCheck}. */
export interface ChecksRecord {
  readonly version: 1;
  /** What was checked, such as `affine layer`. */
  readonly subject: string;
  /** A mistake counts before what is still to be written. */
  readonly status: "passed" | "failed" | "not written yet";
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
  /** The functions that are stubs. */
  readonly notWritten: readonly string[];
  /** The keys of the diagnoses. */
  readonly causes: readonly string[];
  /** Each check that ran, with its figure. */
  readonly measured: readonly MeasuredCheck[];
}

/** One check as the report shows it, in the language of the notebook. */
export interface MeasuredCheck {
  readonly name: string;
  readonly status: "passed" | "failed";
  /** What came, such as a relative error. */
  readonly measured: string;
  /** What is right, such as `below 1e-7`. */
  readonly limit: string;
}
