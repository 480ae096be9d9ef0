import type { MimeBundle } from "../display/mimeBundle.js";
import type { ErrorReport, Request } from "../protocol/messages.js";
import type { DiagnosticInfo } from "./typeScriptError.js";

/** A request of the shell channel. */
export interface ShellRequest extends Request {
  /** How many requests to execute have been sent up to this one. */
  readonly number: number;
}

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
  /** What the client asks of values once it has run, by its own names. */
  expressions: Record<string, ExpressionReply>;
  /** What it has come to so far. */
  outcome: Outcome;
}

/** The answer to one of a request's `user_expressions`. */
export type ExpressionReply = { status: "ok"; data: MimeBundle; metadata: object } | ({ status: "error" } & ErrorReport);

export type Outcome =
  | { kind: "nothing" }
  | { kind: "value"; value: unknown }
  | { kind: "error"; error: unknown }
  | { kind: "diagnostics"; diagnostics: readonly DiagnosticInfo[] }
  | { kind: "interrupt"; where: string };
