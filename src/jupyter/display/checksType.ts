/** What a report of checks tells programs beside what it tells people, and the MIME type under which it stands in a notebook. */
export const checksType = "application/vnd.two-layer-net.checks+json";

/** The same in every language. */
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
}
