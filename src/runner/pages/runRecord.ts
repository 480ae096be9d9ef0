/** How a notebook's run went, kept in the executed notebook's metadata under `run`. */
import type { Notebook } from "../notebook/notebook.js";

export interface RunRecord {
  /** When the run ended: ISO 8601 in UTC, to the second. */
  readonly date: string;
  readonly seconds: number;
  readonly kernel: string;
  /** For a run that failed: the code cell, counted from 1, its id, and the error in a line. */
  readonly failure?: { readonly number: number; readonly cell: string; readonly error: string };
}

/** The notebook with the record in place of an earlier one. */
export function withRunRecord(notebook: Notebook, run: RunRecord): Notebook {
  return { ...notebook, metadata: { ...notebook.metadata, run } };
}

/** The record, or null for a notebook that the runner did not make. */
export function runRecord(notebook: Notebook): RunRecord | null {
  const run = notebook.metadata.run as Partial<RunRecord> | undefined;
  return typeof run?.seconds === "number" && typeof run.date === "string" ? (run as RunRecord) : null;
}
