/** The MIME type under which a report of checks tells programs what it tells people, and what stands there. */
export const checksType = "application/vnd.two-layer-net.checks+json";

export interface ChecksData {
  /** What was checked, such as `affine layer`. */
  readonly subject: string;
  readonly checks: readonly { readonly name: string; readonly status: "passed" | "failed" | "not written yet" | "not run" }[];
}
