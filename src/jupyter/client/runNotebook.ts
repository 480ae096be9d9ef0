/** Runs the code cells of a notebook in order, up to the first that fails. */

import type { Kernel } from "./startKernel.js";
import { type CodeCell, type ErrorOutput, hasTag, type Notebook } from "../nbformat/notebook.js";
import { type CellEnd, type CellLimits, executeCell } from "./executeCell.js";
import { OutputCollector } from "./outputCollector.js";

export interface Failure {
  /** Counted from 1 over the code cells. */
  readonly number: number;
  readonly cell: CodeCell;
  readonly error: ErrorOutput;
}

export interface RunResult {
  readonly notebook: Notebook;
  readonly status: "ok" | "failed" | "stopped";
  readonly codeCells: number;
  readonly seconds: number;
  readonly failure?: Failure;
  /** The kernel is known to hang or has ended. */
  readonly kernelLost: boolean;
}

export interface RunEvents {
  cellStarts(number: number, total: number): void;
  cellEnds(number: number, total: number, seconds: number): void;
  note(text: string): void;
}

/**
 * A copy of the notebook with the outputs of this run; the cells behind a failure have none.
 *
 * A cell tagged `skip-execution` is not run; one tagged `raises-exception` may fail.
 */
export async function runNotebook(
  source: Notebook,
  kernel: Kernel,
  limits: CellLimits,
  events: RunEvents,
  signal?: AbortSignal,
): Promise<RunResult> {
  const start = performance.now();
  const notebook = withoutOutputs(source, kernel);
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code");
  const collector = new OutputCollector();
  kernel.client.onIopub = (message) => collector.receive(message);
  kernel.client.onProblem = (problem) => events.note(problem);
  const result = (status: RunResult["status"], rest: Partial<RunResult> = {}): RunResult => {
    return {
      notebook,
      status,
      codeCells: cells.length,
      seconds: (performance.now() - start) / 1000,
      kernelLost: false,
      ...rest,
    };
  };
  for (const [index, cell] of cells.entries()) {
    if (hasTag(cell, "skip-execution") || cell.source.trim() === "") continue;
    const number = index + 1;
    const cellStart = performance.now();
    events.cellStarts(number, cells.length);
    const end = await executeCell(kernel, cell, collector, limits, signal);
    events.cellEnds(number, cells.length, (performance.now() - cellStart) / 1000);
    if (end.kind === "stopped") return result("stopped");
    if (end.kind === "ok" && end.note !== null) events.note(`cell ${number}: ${end.note}`);
    if (isFatal(end, cell)) {
      if (end.kind === "lost") cell.outputs.push(end.error);
      return result("failed", { failure: { number, cell, error: end.error }, kernelLost: end.kind === "lost" });
    }
  }
  return result("ok");
}

function isFatal(end: CellEnd, cell: CodeCell): end is Extract<CellEnd, { error: ErrorOutput }> {
  return end.kind === "lost" || (end.kind === "failed" && !hasTag(cell, "raises-exception"));
}

function withoutOutputs(source: Notebook, kernel: Kernel): Notebook {
  const notebook = structuredClone(source);
  for (const cell of notebook.cells) {
    if (cell.cell_type === "code") Object.assign(cell, { execution_count: null, outputs: [] });
  }
  const language_info = kernel.info.language_info ?? notebook.metadata.language_info;
  return { ...notebook, metadata: { ...notebook.metadata, language_info } };
}
