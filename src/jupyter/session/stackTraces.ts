import type { CellSources } from "./cellSources.js";

/** Libraries that show a line of the user's code ask for its cell's source under this name. */
const CELL_SOURCE = Symbol.for("Jupyter.cellSource");

type PathOf = (script: string) => string | undefined;

/** Frames that V8 keeps: enough to get through a library to the cell that called it. */
const CAPTURED = 100;
/** Frames that are shown of a long trace: where it happened, and which cell it came from. */
const INNERMOST = 9;
const OUTERMOST = 3;

/** Types that say nothing; the variables of earlier cells are members of a proxy. */
const NAMELESS = new Set(["Object", "Proxy"]);

/**
 * Makes the stack of every error name cells and lines as the user sees them, without frames of the kernel or of Node.
 *
 * @param sources where the cells are found
 * @param pathOf how a script of no cell is shown; undefined for what is not
 */
export function installStackTraces(sources: CellSources, pathOf: PathOf): void {
  Error.stackTraceLimit = CAPTURED;
  Object.defineProperty(globalThis, CELL_SOURCE, { value: (place: string) => sources.sourceOf(place), configurable: true });
  Error.prepareStackTrace = (error, callSites) => {
    const frames = callSites.map((callSite) => describe(callSite, sources, pathOf)).filter((frame) => frame !== undefined);
    return stackText(error, frames);
  };
}

/** The stack of an error as V8 writes it, with the middle of a long one left out. */
export function stackText(error: Error, frames: readonly string[]): string {
  return [header(error), ...shorten(frames.map((frame) => `    at ${frame}`))].join("\n");
}

function shorten(frames: string[]): string[] {
  if (frames.length <= INNERMOST + OUTERMOST) return frames;
  const left = frames.length - INNERMOST - OUTERMOST;
  return [...frames.slice(0, INNERMOST), `    ... ${left} more`, ...frames.slice(-OUTERMOST)];
}

function describe(callSite: NodeJS.CallSite, sources: CellSources, pathOf: PathOf): string | undefined {
  const script = callSite.getScriptNameOrSourceURL();
  if (!script) return callSite.isNative() ? `${callSite}` : undefined;
  const [line, column] = [callSite.getLineNumber() ?? 1, callSite.getColumnNumber() ?? 1];
  if (sources.has(script)) {
    const found = sources.find(script, line, column);
    return found && named(callSite, `${found.place}:${found.line}:${found.column}`);
  }
  const path = pathOf(script);
  return path === undefined ? undefined : named(callSite, `${path}:${line}:${column}`);
}

function named(callSite: NodeJS.CallSite, location: string): string {
  // What was evaluated has that name where it has none.
  const name = callSite.isEval() && callSite.getFunctionName() === "eval" ? null : callSite.getFunctionName();
  const type = callSite.isToplevel() || callSite.isConstructor() ? null : callSite.getTypeName();
  const asynchronous = (callSite as { isAsync?(): boolean }).isAsync?.() ? "async " : "";
  if (!name) return `${asynchronous}${location}`;
  const prefix = callSite.isConstructor() ? "new " : type && !NAMELESS.has(type) && !name.includes(".") ? `${type}.` : "";
  return `${asynchronous}${prefix}${name} (${location})`;
}

/** As V8 does it: what a stack is captured for need not be an error, as with `console.trace`. */
function header(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}
