/** How a notebook's run went, kept in the executed notebook's metadata under `run`. */
import type { Notebook } from "../../jupyter/nbformat/notebook.js";

export interface RunRecord {
  /** When the run ended: ISO 8601 in UTC, to the second. */
  readonly date: string;
  readonly seconds: number;
  readonly kernel: string;
  /** For a run that failed: where first. */
  readonly failure?: CellFailure;
  /** Of a run that went on after a failure: all of them, the first too. */
  readonly failures?: readonly CellFailure[];
}

export interface CellFailure {
  /** Of the code cell, counted from 1. */
  readonly number: number;
  /** The cell's id. */
  readonly cell: string;
  /** In a line. */
  readonly error: string;
}

/** All that failed, in order. */
export function failuresOf(run: RunRecord | null): readonly CellFailure[] {
  return run?.failures ?? (run?.failure ? [run.failure] : []);
}

/** The notebook with the record in place of an earlier one. */
export function withRunRecord(notebook: Notebook, run: RunRecord): Notebook {
  return { ...notebook, metadata: { ...notebook.metadata, run } };
}

/** The record, or null for a notebook that the runner did not make: its metadata may be anybody's. */
export function runRecord(notebook: Notebook): RunRecord | null {
  const run = notebook.metadata.run as RunRecord | null | undefined;
  const isRun = typeof run?.seconds === "number" && [run.date, run.kernel].every(isText) && (run.failure === undefined || isFailure(run.failure)) && (run.failures === undefined || areFailures(run.failures));
  return isRun ? run : null;
}

function areFailures(failures: unknown): boolean {
  return Array.isArray(failures) && failures.length > 0 && failures.every(isFailure);
}

function isFailure(failure: CellFailure | null): boolean {
  return Number.isInteger(failure?.number) && [failure!.cell, failure!.error].every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
