import { codeFrame } from "./codeFrame.js";
import type { ErrorReport } from "../protocol/messages.js";

/** What the compiler has against a piece of source: positions count from 1. */
export interface DiagnosticInfo {
  /** The cell's label or the file's name. */
  place: string;
  source: string;
  line: number;
  column: number;
  length: number;
  /** Of TypeScript, or 0 for a finding of the kernel's own. */
  code: number;
  message: string;
  /** What to do. */
  advice?: string | undefined;
}

/**
 * Turns the compiler's findings into one Jupyter error, each with its place and source line.
 *
 * @param diagnostics one or more
 */
export function typeScriptError(diagnostics: readonly DiagnosticInfo[]): ErrorReport {
  const traceback: string[] = [];
  for (const diagnostic of diagnostics) {
    if (traceback.length > 0) traceback.push("");
    traceback.push(`TypeScriptError: ${describe(diagnostic)}`);
    traceback.push(...codeFrame(diagnostic.source, diagnostic.line, diagnostic.column, diagnostic.length));
  }
  const [first] = diagnostics;
  return { ename: "TypeScriptError", evalue: first ? describe(first) : "", traceback };
}

function describe({ place, line, column, message, code, advice }: DiagnosticInfo): string {
  return `${place}, line ${line}, column ${column}: ${message}${code === 0 ? "" : ` (TS${code})`}${advice === undefined ? "" : `; ${advice}`}`;
}
