/** Runs the code cells of a notebook in order, up to the first that fails, the one that is asked for, or all. */
import { setTimeout as delay } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
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
  /** The first of the failures. */
  readonly failure?: Failure;
  /** In order of the cells: one at most, unless the run goes on after a failure, or code failed behind a cell that had ended. */
  readonly failures: readonly Failure[];
  /** The kernel is known to hang or has ended. */
  readonly kernelLost: boolean;
}

export interface RunEvents {
  cellStarts(number: number, total: number): void;
  cellEnds(number: number, total: number, seconds: number): void;
  note(text: string): void;
}

/**
 * A copy of the notebook with the outputs of this run; the cells behind a failure have none, unless
 * the limits say to keep going, nor have those behind the last that runs.
 *
 * A cell fails also if a promise that it did not wait for is rejected later, or a callback throws.
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
  const failures: Failure[] = [];
  const result = (status: RunResult["status"], rest: Partial<RunResult> = {}): RunResult => {
    return {
      notebook,
      status,
      codeCells: cells.length,
      seconds: (performance.now() - start) / 1000,
      kernelLost: false,
      failures,
      ...(failures.length > 0 && { failure: failures[0] }),
      ...rest,
    };
  };
  for (const [index, cell] of cells.slice(0, limits.upTo).entries()) {
    if (hasTag(cell, "skip-execution") || cell.source.trim() === "") continue;
    const number = index + 1;
    const cellStart = performance.now();
    events.cellStarts(number, cells.length);
    const end = await executeCell(kernel, cell, collector, limits, signal);
    if (end.kind === "stopped") return result("stopped");
    events.cellEnds(number, cells.length, (performance.now() - cellStart) / 1000);
    if (end.kind === "ok" && end.note !== null) events.note(`cell ${number}: ${end.note}`);
    if (isFatal(end, cell)) {
      if (end.kind === "lost") cell.outputs.push(end.error);
      failures.push({ number, cell, error: end.error });
      if (end.kind === "lost" || !limits.keepGoing) return result("failed", { kernelLost: end.kind === "lost" });
    }
  }
  await delay(AFTERMATH_MS);
  failures.push(...lateFailures(cells, failures));
  failures.sort((a, b) => a.number - b.number);
  return result(failures.length > 0 ? "failed" : "ok");
}

/** How long after the last cell errors are waited for that no cell waits for. */
const AFTERMATH_MS = 200;
/** How the kernel begins to tell of such an error, on standard error. */
const STRAY_ERROR = /^(?:Unhandled promise rejection|Uncaught exception): ((\w*): .*|.*)$/m;

/** Cells that ended well, and of which something failed afterwards: a promise without `await`, a timer's callback. */
function lateFailures(cells: readonly CodeCell[], known: readonly Failure[]): Failure[] {
  return cells.flatMap((cell, index) => {
    if (hasTag(cell, "raises-exception") || known.some((failure) => failure.cell === cell)) return [];
    const error = cell.outputs.find((output) => output.output_type === "error") ?? strayError(cell);
    return error === undefined ? [] : [{ number: index + 1, cell, error }];
  });
}

function strayError({ outputs }: CodeCell): ErrorOutput | undefined {
  const texts = outputs.flatMap((output) => (output.output_type === "stream" && output.name === "stderr" ? [output.text] : []));
  const found = texts.map((text) => STRAY_ERROR.exec(stripVTControlCharacters(text))).find((match) => match !== null);
  if (!found) return undefined;
  const [, line = "", ename = "Error"] = found;
  const evalue = `${line.startsWith(`${ename}: `) ? line.slice(ename.length + 2) : line} (after the cell had ended: is there an await missing?)`;
  return { output_type: "error", ename, evalue, traceback: [] };
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
