import type { CellSources } from "../session/cellSources.js";
import { installStackTraces, stackText } from "../session/stackTraces.js";

/** A frame as Firefox writes it: `async*f@cell-1.ts:2:3`, of code that was evaluated perhaps with the place of that. */
const FRAME = /^(async\*)?(.*?)@(?:.*\/)?([^/@]*?):(\d+):(\d+)$/;

/**
 * Makes the stack of every error name cells and lines as the user sees them, in the form of V8; what is of no cell is
 * left out. An engine without `Error.prepareStackTrace` has its `stack` read through a getter.
 */
export function installTraces(sources: CellSources): void {
  installStackTraces(sources, () => undefined);
  const own = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
  if (!own?.get) return;
  const { get } = own;
  Object.defineProperty(Error.prototype, "stack", {
    ...own,
    get(this: Error): unknown {
      const stack: unknown = get.call(this);
      return typeof stack === "string" ? stackText(this, stack.split("\n").flatMap((line) => framesOf(line, sources))) : stack;
    },
  });
}

function framesOf(line: string, sources: CellSources): string[] {
  const [, asynchronous, name, script, row, column] = FRAME.exec(line) ?? [];
  const found = script === undefined ? undefined : sources.find(script, Number(row), Number(column));
  if (!found) return [];
  const place = `${found.place}:${found.line}:${found.column}`;
  const own = name!.replace(/[/<]+$/, "").replace(/^.*\//, "");
  const prefix = asynchronous === undefined ? "" : "async ";
  return [own === "" ? `${prefix}${place}` : `${prefix}${own} (${place})`];
}
