/** What a set of checks found, readable as text, as a table in a notebook, and as plain records. */
import { checksType } from "../../jupyter/display/checksType.js";
import { showBundle } from "../../jupyter/display/kernelDisplay.js";
import { displayMethod, inspectMethod, type MimeBundle, type Shown } from "../../jupyter/display/mimeBundle.js";
import type { Check, CheckRecord } from "./check.js";
import { reportRecord } from "./reportRecord.js";
import { reportHtml, reportText } from "./reportText.js";
import { words } from "./words/words.js";

/** Names of failed checks in the line of an error. */
const NAMED = 2;

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
  readonly #key: string;

  /** @param key the subject in English, whatever the language of the report */
  constructor(subject: string, checks: readonly Check[], key: string = subject) {
    this.subject = subject;
    this.checks = checks;
    this.#key = key;
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
    const said = words();
    const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
    const stubs = checks.filter(({ status }) => status === "not written yet").map(({ measured }) => measured);
    const parts: string[] = [];
    if (count("passed") > 0) parts.push(said.passedOf(count("passed"), checks.length));
    if (failures.length > 0) parts.push(said.failed(failures.length));
    if (stubs.length > 0) parts.push(said.notWritten([...new Set(stubs)].join(", ")));
    else if (count("not run") > 0) parts.push(said.notRun(count("not run")));
    return `${subject}: ${parts.join(", ")}`;
  }

  /**
   * Stops at a mistake: shows the report, and throws one line. What is not written yet is no mistake.
   *
   * @returns this report, so that a cell shows it
   * @throws {RangeError} if a check has failed, with the names of those that did
   */
  throwIfFailed(): this {
    const { failures, subject, checks } = this;
    if (failures.length === 0) return this;
    const { failedOf, more } = words();
    const names = failures.slice(0, NAMED).map(({ name }) => name);
    if (failures.length > NAMED) names.push(more(failures.length - NAMED));
    const error = new RangeError(failedOf(subject, failures.length, checks.length, names.join("; ")));
    // the trace begins with the cell that asked
    Error.captureStackTrace(error, this.throwIfFailed);
    showBundle({ data: this.#bundle(), metadata: {} });
    throw error;
  }

  /** A headline, a line for each check, and the diagnoses. */
  toString(): string {
    return reportText(this);
  }

  /** How kernels and terminals that show text print it. */
  [inspectMethod](): string {
    return reportText(this);
  }

  /** How a notebook shows it: as a table, as text, and as a record that a program can read. */
  [displayMethod](): MimeBundle {
    return this.#bundle();
  }

  #bundle(): Shown["data"] {
    return { "text/html": reportHtml(this), "text/plain": reportText(this), [checksType]: reportRecord(this.#key, this.checks) };
  }
}
