import { inspect } from "node:util";
import type { Outcome } from "./cell.js";
import type { CellSources } from "./cellSources.js";
import { codeFrame } from "./codeFrame.js";
import type { ErrorReport } from "../protocol/messages.js";
import { typeScriptError } from "./typeScriptError.js";

/** A frame of a stack trace that lies in a cell. */
const CELL_FRAME = /(Cell \[[^\]]*\]):(\d+):(\d+)/;

/**
 * Describes how a cell failed: name, value, and a traceback that shows the user's line.
 *
 * @param outcome an error, the compiler's findings, or an interrupt
 * @param sources where the lines of cells are found
 * @returns undefined for a cell that did not fail
 */
export function errorReport(outcome: Outcome, sources: CellSources): ErrorReport | undefined {
  switch (outcome.kind) {
    case "diagnostics":
      return typeScriptError(outcome.diagnostics);
    case "interrupt":
      return withTraceback("KeyboardInterrupt", "the cell was interrupted", outcome.where, sources);
    case "error":
      return outcome.error instanceof Error ? ofError(outcome.error, sources) : ofValue(outcome.error);
    default:
      return undefined;
  }
}

function ofError(error: Error, sources: CellSources): ErrorReport {
  const name = error.name || error.constructor.name;
  const inspected = inspect(error);
  const stackStart = inspected.indexOf("\n    at ");
  return withTraceback(name, error.message, stackStart < 0 ? "" : inspected.slice(stackStart + 1), sources);
}

/** Anything can be thrown, not just errors. */
function ofValue(value: unknown): ErrorReport {
  const text = inspect(value);
  return { ename: "Uncaught", evalue: text, traceback: [`Uncaught: ${text}`] };
}

function withTraceback(ename: string, evalue: string, stack: string, sources: CellSources): ErrorReport {
  const [, place, line, column] = CELL_FRAME.exec(stack) ?? [];
  const source = place && sources.sourceOf(place);
  const frame = source ? [`${place}, line ${line}`, ...codeFrame(source, Number(line), Number(column)), ""] : [];
  const trace = stack === "" ? [] : stack.split("\n");
  return { ename, evalue, traceback: [...`${ename}: ${evalue}`.split("\n"), ...frame, ...trace] };
}
