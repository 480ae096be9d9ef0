import { SourceMap } from "./sourceMap.js";

/** Where something is in a source that the user wrote: line and column count from 1. */
export interface SourcePosition {
  place: string;
  source: string;
  line: number;
  column: number;
}

/** A piece of the user's source, and the way back to it from what became of it. */
export interface Script {
  /** The name in stack traces: an invented one for a cell, the `/`-separated path for a file. */
  name: string;
  /** What people are shown: `Cell [3]`, or the file's path. */
  place: string;
  source: string;
  /** A source map, as JSON. */
  map: string;
}

const LINE_END = /\r\n?|\n/;

interface KnownScript extends Script {
  /** The map, read when it is first needed. */
  parsed?: SourceMap;
  /** Lines of the source; what the compiler has put behind them is not the user's. */
  lines?: number;
}

/** The sources of all cells that ran and of the files that they import, and the way back to them from what runs. */
export class CellSources {
  readonly #scripts = new Map<string, KnownScript>();
  readonly #sources = new Map<string, string>();

  add({ name, place, source, map }: Script): void {
    this.#scripts.set(name, { name, place, source, map });
    this.#sources.set(place, source);
  }

  /** The source shown for a place, such as `Cell [3]`. */
  sourceOf(place: string): string | undefined {
    return this.#sources.get(place);
  }

  has(script: string): boolean {
    return this.#scripts.has(script.replaceAll("\\", "/"));
  }

  /**
   * Leads from a position in what runs to the position in what the user wrote.
   *
   * @param script name in stack traces
   * @param line 1-based
   * @param column 1-based
   * @returns undefined for a script of no cell, or code that the compiler added
   */
  find(script: string, line: number, column: number): SourcePosition | undefined {
    const known = this.#scripts.get(script.replaceAll("\\", "/"));
    if (!known) return undefined;
    known.parsed ??= new SourceMap(known.map);
    known.lines ??= known.source.split(LINE_END).length;
    const entry = known.parsed.find(line - 1, column - 1);
    if (!entry || entry.originalLine >= known.lines) return undefined;
    const from = calledFrom(known.source.split(LINE_END)[entry.originalLine]!, entry.originalColumn);
    return { place: known.place, source: known.source, line: entry.originalLine + 1, column: from + 1 };
  }
}

/** A function of an earlier cell or a package is called as `(0, module.f)(x)`, of which the engine names the second bracket. */
function calledFrom(line: string, column: number): number {
  const name = line[column] === "(" ? /[\p{ID_Continue}$]+$/u.exec(line.slice(0, column)) : null;
  return name?.index ?? column;
}
