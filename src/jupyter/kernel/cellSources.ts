import { SourceMap, type SourceMapPayload } from "node:module";
import type { EmittedMaps } from "./tslab.js";

/** Where something is in a source that the user wrote: line and column count from 1. */
export interface SourcePosition {
  place: string;
  source: string;
  line: number;
  column: number;
}

/** A piece of the user's source, and what became of it. */
export interface Script {
  /** The name that V8 shows: an invented one for a cell, the `/`-separated path for a file. */
  name: string;
  /** What people are shown: `Cell [3]`, or the file's path. */
  place: string;
  source: string;
  /** The text that runs. */
  output: string;
  maps: EmittedMaps;
  /** Lines that tslab puts before the source. */
  linesBefore: number;
  /** Characters that tslab puts before the first line of the output. */
  columnsBefore: number;
}

interface KnownScript extends Omit<Script, "output"> {
  /** The maps, read when they are first needed. */
  parsed?: [toModule: SourceMap, toScript: SourceMap];
  /** Lines of the output; the call that tslab puts after them is not the user's. */
  lines: number;
}

/** The sources of all cells that ran and of the files that they import, and the way back to them from what runs. */
export class CellSources {
  readonly #scripts = new Map<string, KnownScript>();
  readonly #sources = new Map<string, string>();

  add({ output, ...script }: Script): void {
    this.#scripts.set(script.name, { ...script, lines: output.trimEnd().split("\n").length });
    this.#sources.set(script.place, script.source);
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
   * @param script name as V8 shows it
   * @param line 1-based
   * @param column 1-based
   * @returns undefined for a script of no cell, or code that the compiler added
   */
  find(script: string, line: number, column: number): SourcePosition | undefined {
    const known = this.#scripts.get(script.replaceAll("\\", "/"));
    if (!known || line > known.lines) return undefined;
    const [toModule, toScript] = (known.parsed ??= [parse(known.maps.toModule), parse(known.maps.toScript)]);
    const inScript = toScript.findEntry(line - 1, column - 1 - (line === 1 ? known.columnsBefore : 0));
    if (!("originalLine" in inScript)) return undefined;
    const inModule = toModule.findEntry(inScript.originalLine, inScript.originalColumn);
    if (!("originalLine" in inModule) || inModule.originalLine < known.linesBefore) return undefined;
    return {
      place: known.place,
      source: known.source,
      line: inModule.originalLine - known.linesBefore + 1,
      column: inModule.originalColumn + 1,
    };
  }
}

function parse(map: string): SourceMap {
  return new SourceMap(JSON.parse(map) as SourceMapPayload);
}
