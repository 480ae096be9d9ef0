import { inspect, isNativeError } from "#inspect";
import type { Outcome } from "./cell.js";
import type { CellSources } from "./cellSources.js";
import { codeFrame } from "./codeFrame.js";
import type { ErrorReport } from "../protocol/messages.js";
import { typeScriptError } from "./typeScriptError.js";

/** A frame of a stack trace that lies in a cell. */
const CELL_FRAME = /(Cell \[[^\]]*\]):(\d+):(\d+)/;

/** Characters of a message, or of all that is said behind it: a client has to show them. */
const LONGEST = 50_000;

/**
 * Describes how a cell failed: name, value, and a traceback that shows the user's line.
 *
 * What was thrown may be anything, and may run the user's code when it is looked at: that may throw as well, or never
 * come back. The first is borne with here; the second is for the caller, who must not shield this from interrupts.
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
      return isError(outcome.error) ? ofError(outcome.error, sources) : ofValue(outcome.error);
    default:
      return undefined;
  }
}

function isError(thrown: unknown): thrown is Error {
  return isNativeError(thrown) || attempt(() => thrown instanceof Error) === true;
}

function ofError(error: Error, sources: CellSources): ErrorReport {
  const message = messageOf(error);
  const text = attempt(() => inspect(error)) ?? attempt(() => String(error.stack)) ?? "";
  return withTraceback(nameOf(error), message, behindMessage(text, message), sources);
}

function nameOf(error: Error): string {
  const named = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? cut(value) : undefined);
  return named(attempt(() => error.name)) ?? named(attempt(() => error.constructor.name)) ?? "Error";
}

/** Mostly a text, but nothing makes it one. */
function messageOf(error: Error): string {
  const message: unknown = attempt(() => error.message);
  if (message === undefined) return "";
  return cut(typeof message === "string" ? message : (attempt(() => inspect(message)) ?? "a message that cannot be shown"));
}

/** What stands before a message: a name, perhaps with a code; an error without frames stands in brackets. */
const BEFORE_MESSAGE = /^\[?[\w$.]+(?: \[\w+\])?$/;

/**
 * What an inspected error says behind its name and message: frames, further properties, causes, inner errors. Before
 * them Node may have put the line that threw.
 */
function behindMessage(inspected: string, message: string): string {
  for (let at = inspected.indexOf(`: ${message}`); message !== "" && at >= 0; at = inspected.indexOf(`: ${message}`, at + 1)) {
    const before = inspected.slice(inspected.lastIndexOf("\n", at) + 1, at);
    if (BEFORE_MESSAGE.test(before)) return withoutBracket(inspected.slice(at + 2 + message.length));
  }
  const frames = inspected.indexOf("\n    at ");
  if (frames >= 0) return cut(inspected.slice(frames + 1));
  const name = inspected.search(/[\]\n]|$/);
  return withoutBracket(inspected.slice(name));
}

function withoutBracket(rest: string): string {
  return cut(rest.replace(/^\]/, "").replace(/^\n| (?=\{)/, ""));
}

/** Anything can be thrown, not just errors. */
function ofValue(value: unknown): ErrorReport {
  const text = cut(attempt(() => inspect(value)) ?? `${value === null ? "null" : typeof value} that cannot be shown`);
  return { ename: "Uncaught", evalue: text, traceback: [`Uncaught: ${text}`] };
}

function withTraceback(ename: string, evalue: string, stack: string, sources: CellSources): ErrorReport {
  const [, place, line, column] = CELL_FRAME.exec(stack) ?? [];
  const source = place && sources.sourceOf(place);
  const frame = source ? [`${place}, line ${line}`, ...codeFrame(source, Number(line), Number(column)), ""] : [];
  const trace = stack === "" ? [] : stack.split("\n");
  return { ename, evalue, traceback: [...`${ename}: ${evalue}`.split("\n"), ...frame, ...trace] };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… ${text.length - LONGEST} more characters`;
}

/** A getter, a proxy or a custom `inspect` can throw: then there is nothing to know. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
