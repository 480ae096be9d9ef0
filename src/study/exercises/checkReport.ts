/** What a set of checks found, readable as text, as a table in a notebook, and as plain records. */
import type { Check, CheckRecord } from "./check.js";
import { reportHtml, reportText } from "./reportText.js";

/**
 * What a set of checks found: text, a table in a notebook, and an error on demand.
 *
 * @example
 * const report = checkLayer("relu", reluForward, reluBackward);
 * report.headline // "ReLU layer: 10 of 10 checks passed"
 */
export class CheckReport implements CheckRecord {
  /** what was checked, e.g. "affine layer" */
  readonly subject: string;
  readonly checks: readonly Check[];

  constructor(subject: string, checks: readonly Check[]) {
    this.subject = subject;
    this.checks = checks;
  }

  /** Whether every check has passed. */
  get passed(): boolean {
    return this.checks.every(({ status }) => status === "passed");
  }

  get failures(): readonly Check[] {
    return this.checks.filter(({ status }) => status === "failed");
  }

  /** What came of it in a line, e.g. "affine layer: 12 of 13 checks passed, 1 failed". */
  get headline(): string {
    const { subject, checks, failures } = this;
    const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
    const stubs = checks.filter(({ status }) => status === "not written yet").map(({ measured }) => measured);
    const parts: string[] = [];
    if (count("passed") > 0) parts.push(`${count("passed")} of ${checks.length} checks passed`);
    if (failures.length > 0) parts.push(`${failures.length} failed`);
    if (stubs.length > 0) parts.push(`not written yet: ${[...new Set(stubs)].join(", ")}`);
    else if (count("not run") > 0) parts.push(`${count("not run")} not run`);
    return `${subject}: ${parts.join(", ")}`;
  }

  /**
   * Stops at a mistake. What is not written yet is no mistake.
   *
   * @returns this report, so that a cell shows it
   * @throws {RangeError} if a check has failed, with the diagnoses
   */
  throwIfFailed(): this {
    const { failures } = this;
    if (failures.length === 0) return this;
    const lines = failures.map(
      ({ name, measured, limit, diagnosis }) => `- ${name} (${measured}; expected ${limit}): ${diagnosis}`,
    );
    const count = `${failures.length} of ${this.checks.length} checks failed`;
    throw new RangeError([`${this.subject}: ${count}`, ...lines].join("\n"));
  }

  /** A headline, a line for each check, and the diagnoses. */
  toString(): string {
    return reportText(this);
  }

  /** How kernels and terminals that show text print it. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return reportText(this);
  }

  /** How a notebook shows it. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/html": reportHtml(this), "text/plain": reportText(this) };
  }
}
