import type { DiagnosticInfo } from "./typeScriptError.js";
import type { ShellRequest } from "./threads.js";

/** One execution of a cell: what was asked, and how far it is. */
export interface Cell {
  readonly request: ShellRequest;
  readonly code: string;
  /** The execution count shown beside the cell. */
  readonly count: number;
  /** The user wants no output and no count. */
  readonly silent: boolean;
  /** After an error, cells that already wait are not run. */
  readonly stopOnError: boolean;
  /** Its outcome is known: what it still does is not shown. */
  settled: boolean;
  /** It was stopped by the user. */
  interrupted: boolean;
  /** What it has come to so far. */
  outcome: Outcome;
}

export type Outcome =
  | { kind: "nothing" }
  | { kind: "value"; value: unknown }
  | { kind: "error"; error: unknown }
  | { kind: "diagnostics"; diagnostics: readonly DiagnosticInfo[] }
  | { kind: "interrupt"; where: string };
