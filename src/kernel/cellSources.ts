import { SourceMap, type SourceMapPayload } from "node:module";
import type { EmittedMaps } from "./tslab.js";

/** Where something is in a source that the user wrote: line and column count from 1. */
export interface SourcePosition {
  place: string;
  source: string;
  line: number;
  column: number;
}

interface Script {
  place: string;
  source: string;
  maps: [toModule: SourceMap, toScript: SourceMap];
  /** Lines that tslab puts before the source. */
  linesBefore: number;
  /** Characters that tslab puts before the first line of what runs. */
  columnsBefore: number;
}

/** The line that tslab's converter puts before a cell: `export {};`. */
const PREFIX_LINES = 1;

/** The sources of all cells that ran and of the files that they import, and the way back to them from what runs. */
export class CellSources {
  readonly #scripts = new Map<string, Script>();
  readonly #places = new Map<string, string>();

  /**
   * @param script the name that V8 shows for the cell
   * @param place what people are shown: `Cell [3]`
   * @param wrapper the text that tslab puts before the script
   */
  addCell(script: string, place: string, source: string, maps: EmittedMaps, wrapper: string): void {
    this.#add(script, place, source, maps, PREFIX_LINES, wrapper.length);
  }

  /** @param script path of the converted file, `/`-separated @param place path of the file itself */
  addFile(script: string, place: string, source: string, maps: EmittedMaps): void {
    this.#add(script, place, source, maps, 0, 0);
  }

  #add(script: string, place: string, source: string, maps: EmittedMaps, linesBefore: number, columnsBefore: number): void {
    this.#scripts.set(script, { place, source, maps: [parse(maps.toModule), parse(maps.toScript)], linesBefore, columnsBefore });
    this.#places.set(place, source);
  }

  /** The source shown for a place, such as `Cell [3]`. */
  sourceOf(place: string): string | undefined {
    return this.#places.get(place);
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
    if (!known) return undefined;
    const [toModule, toScript] = known.maps;
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
