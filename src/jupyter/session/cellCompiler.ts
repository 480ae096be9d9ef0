import type { CompiledCell, Cells } from "../cells/cells.js";
import type { Finding } from "../cells/findings.js";
import type { CellSources } from "./cellSources.js";
import type { DiagnosticInfo } from "./typeScriptError.js";

/** A cell that is right, under the name that stack traces find it by. */
export type NamedCell = CompiledCell & { readonly script: string };

/** Compiles cells, with what a Jupyter error needs: positions in the user's source, for type errors and at run time. */
export class CellCompiler {
  readonly cells: Cells;
  readonly #folder: string;
  readonly #sources: CellSources;
  #scripts = 0;

  /** @param folder of the notebook, with `/` */
  constructor(cells: Cells, folder: string, sources: CellSources) {
    this.cells = cells;
    this.#folder = folder;
    this.#sources = sources;
  }

  /**
   * Compiles a cell.
   *
   * @param place such as `Cell [3]`
   * @returns what is wrong with it, or what is to run
   */
  compile(place: string, source: string): { diagnostics: readonly DiagnosticInfo[]; cell?: NamedCell } {
    const { findings, cell } = whole(() => this.cells.compile(source));
    if (!cell) return { diagnostics: this.#described(findings, place) };
    for (const file of cell.files) this.#sources.add({ ...file, name: file.path, place: file.path });
    const script = `cell-${++this.#scripts}.ts`;
    this.#sources.add({ ...cell, name: script, place, source });
    return { diagnostics: [], cell: { ...cell, script } };
  }

  /** Takes a cell tagged `@module`. @returns what is wrong with it */
  addModule(name: string, source: string, jsx = false): readonly DiagnosticInfo[] {
    const path = `${this.#folder}/${name}.ts${jsx ? "x" : ""}`;
    return this.#described(whole(() => this.cells.addModule(path, source)), `module ${name}`);
  }

  #described(findings: readonly Finding[], place: string): DiagnosticInfo[] {
    return findings.map(({ path, ...finding }) => ({ ...finding, place: path === undefined ? place : path.slice(this.#folder.length + 1) }));
  }
}

/** The compiler walks its trees in depth. */
function whole<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError("this is nested too deep, or too long, for the compiler; write it in parts", { cause: error.message });
  }
}
