/** Where the learner's own code stopped with an error: the function, the cell or file, the line and what stands there. */
import { pathOf, read } from "#host/files";
import { isForeign, traceOf } from "#host/trace";
import { type Finding, unexplained } from "./finding.js";
import { words } from "./words/words.js";

/** A frame of a stack trace: `    at f (Cell [3]:2:10)`, or without the function's name. */
const FRAME = /^\s+at (?:async )?(?:(?<name>.+?) \((?<inside>.+):(?<line>\d+):\d+\)|(?<bare>.+):(?<bareLine>\d+):\d+)$/;
/** A kernel that runs cells tells their sources under this name. */
const CELL_SOURCE = Symbol.for("Jupyter.cellSource");

interface Place {
  readonly name: string | undefined;
  /** `Cell [3]`, or the path of a file */
  readonly where: string;
  readonly line: number;
}

/** A finding for whatever has been thrown. */
export function stopped(error: unknown): Finding {
  const said = words();
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? placeOf(traceOf(error)) : undefined;
  return unexplained(said.anError, said.stoppedWith(text), place && said.stoppedAt(place.name, place.where, place.line, sourceLine(place)));
}

/** The innermost frame that is neither Node's nor this library's: what that throws was caused by whoever called it. */
function placeOf(stack: string): Place | undefined {
  for (const frame of stack.split("\n")) {
    const found = FRAME.exec(frame)?.groups;
    if (!found) continue;
    const where = pathOf(found["inside"] ?? found["bare"] ?? "");
    if (isForeign(where)) continue;
    return { name: functionName(found["name"]), where, line: Number(found["line"] ?? found["bareLine"]) };
  }
  return undefined;
}

/** Without the object that it was called on: `Object.forward` is `forward`. */
function functionName(name: string | undefined): string | undefined {
  return name?.replace(/^(?:Object|Module|Proxy)\./, "").replace(/ \[as .*\]$/, "");
}

function sourceLine({ where, line }: Place): string {
  const lines = (sourceOf(where) ?? "").split(/\r?\n/);
  return lines[line - 1]?.trim() ?? "";
}

/** Nothing for what is neither a cell nor a file that can be read: then the place has to do. */
function sourceOf(where: string): string | undefined {
  const ofCell = (globalThis as Record<symbol, unknown>)[CELL_SOURCE];
  const source: unknown = typeof ofCell === "function" ? ofCell(where) : undefined;
  if (typeof source === "string") return source;
  try {
    return new TextDecoder().decode(read(where));
  } catch {
    return undefined;
  }
}
