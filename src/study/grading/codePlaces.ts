/** Where a learner's error arose: the line of the cell, in place of the line of what the cells were made into. */
import { SourceMap, type SourceMapPayload } from "node:module";

export interface CodePlaces {
  /** Of the code that runs, to the text that is made of the cells. */
  readonly map: SourceMapPayload;
  /** For each part of that text: its first line there, and the line of the cell that it begins with; lines from 0. */
  readonly parts: readonly { readonly start: number; readonly cell: string; readonly line: number }[];
  /** The lines of that text. */
  readonly lines: readonly string[];
}

/** What the code calls itself, and so its place in a stack trace. */
const PLACE = /hand-in:(\d+):(\d+)/g;
const CELL_SOURCE = Symbol.for("Jupyter.cellSource");

let current: { readonly places: CodePlaces; readonly map: SourceMap } | null = null;

/** From now on stack traces are read by these places: the checks quote the line as they do in a notebook. */
export function stackPlaces(places: CodePlaces): void {
  current = { places, map: new SourceMap(places.map) };
  const cells = new Map<string, string[]>();
  places.parts.forEach(({ start, cell, line }, i) => {
    const lines = cells.get(cell) ?? [];
    places.lines.slice(start, places.parts[i + 1]?.start).forEach((text, at) => (lines[line + at] = text));
    cells.set(cell, lines);
  });
  // lines of which nothing was taken are empty
  (globalThis as Record<symbol, unknown>)[CELL_SOURCE] = (where: string) => cells.get(where)?.join("\n");
}

/** The stack with cells and their lines. */
export function withPlaces(stack: string): string {
  const known = current;
  if (known === null) return stack;
  return stack.replace(PLACE, (text, line: string, column: string) => {
    const entry = known.map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalLine" in entry)) return text;
    const part = known.places.parts.findLast(({ start }) => start <= entry.originalLine);
    return part === undefined ? text : `${part.cell}:${entry.originalLine - part.start + part.line + 1}:${entry.originalColumn + 1}`;
  });
}
