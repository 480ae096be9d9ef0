/** The way back from what the compiler has made to what it was made of, where there is no Node to read source maps. */
import { decode } from "@jridgewell/sourcemap-codec";

/** Where a piece of what runs begins, and where it comes from; lines and columns count from 0. */
interface Mapping {
  readonly line: number;
  readonly column: number;
  readonly originalLine: number;
  readonly originalColumn: number;
}

/**
 * A source map of one source.
 *
 * Source: "Source map format", https://tc39.es/ecma426/ (ECMA-426), of which names and sections are left out.
 */
export class SourceMap {
  readonly #mappings: Mapping[] = [];

  /** @param json the map */
  constructor(json: string) {
    const { mappings } = JSON.parse(json) as { mappings: string };
    decode(mappings).forEach((segments, line) => {
      for (const [column, , originalLine, originalColumn] of segments) {
        if (originalLine !== undefined && originalColumn !== undefined) this.#mappings.push({ line, column, originalLine, originalColumn });
      }
    });
  }

  /** Where the piece comes from that holds a position, if any does. */
  find(line: number, column: number): Pick<Mapping, "originalLine" | "originalColumn"> | undefined {
    return this.#mappings.findLast((mapping) => mapping.line < line || (mapping.line === line && mapping.column <= column));
  }
}
