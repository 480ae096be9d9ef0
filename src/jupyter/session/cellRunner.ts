import type { CompiledFile } from "../cells/cells.js";
import type { RunningCell } from "../cells/cellTransformer.js";
import { LiveNames } from "../cells/liveNames.js";
import type { TypeScript } from "../cells/typescript.js";
import type { Cell } from "./cell.js";
import type { CellCompiler, NamedCell } from "./cellCompiler.js";
import { codeTags } from "./codeTags.js";
import { Definitions } from "./definitions.js";
import type { Shields } from "./shields.js";

/** A cell that could only be compiled, and never runs. */
const NO_BROWSER = "@browser: expected a cell for the kernel, got one for a browser; leave the tag out";

/** As in CommonJS. */
export type Require = (name: string) => unknown;

/** What cells import. */
export interface CellModules {
  /** Takes files of the notebook's folder that are new or have changed. */
  add(files: Iterable<CompiledFile>): void;
  /** @param cell what earlier cells have that this one uses */
  requireOf(cell: object): Require;
  /** Fetches what code asks for and is not there yet; undefined if nothing has to be waited for. */
  fetch?(codes: readonly string[]): Promise<void> | undefined;
}

/** Makes a function of the expression of one. @param script its name in stack traces */
export type Evaluate = (code: string, script: string) => unknown;

type Run = (exports: object, require: Require, self: RunningCell) => unknown;

/** What the running of cells rests on. */
export interface RunnerParts {
  readonly ts: TypeScript;
  readonly compiler: CellCompiler;
  readonly shields: Shields;
  readonly modules: CellModules;
  readonly evaluate: Evaluate;
}

/**
 * Runs cells and notes what they come to.
 *
 * A file beside the notebook or below it, `./model.ts` or `./model.js`, is imported as `"./model"`, compiled with the
 * cell, and read again when it changed and the importing cell runs again; a file outside of the notebook's folder is
 * refused.
 */
export class CellRunner {
  readonly compiler: CellCompiler;
  readonly #parts: RunnerParts;
  readonly #definitions = new Definitions();
  readonly #names = new LiveNames((name) => this.#definitions.missing(name));
  #stop: () => void = () => {};

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.compiler = parts.compiler;
  }

  /**
   * Runs a cell to its end; the outcome is left in the cell.
   *
   * @param cell runs in this context already
   * @param what instead of the cell's own code, and how it is called in errors
   */
  async run(cell: Cell, { code, place } = { code: cell.code, place: `Cell [${cell.count}]` }): Promise<void> {
    const { ts, modules, shields } = this.#parts;
    const { browser, module, jsx } = codeTags(ts, code);
    if (browser) throw new Error(NO_BROWSER);
    const { diagnostics, cell: compiled } = shields.compile(() =>
      module === undefined ? this.compiler.compile(place, code) : { diagnostics: this.compiler.addModule(module, code, jsx) });
    if (diagnostics.length > 0) note(cell, () => (cell.outcome = { kind: "diagnostics", diagnostics }));
    const fetching = compiled && modules.fetch?.([compiled.code, ...compiled.files.map((file) => file.code)]);
    if (fetching) await fetching;
    // An interrupt that came while it was compiled has ended it already.
    if (compiled && !cell.interrupted) await shields.expose(() => this.#execute(cell, compiled));
  }

  /** Loads a package as cells do. */
  readonly load = (name: string): unknown => this.#parts.modules.requireOf({})(name);

  /** Waits no longer for the cell that runs. */
  interrupt(): void {
    this.#stop();
  }

  async #execute(cell: Cell, { code, script, uses, defines, awaits, files }: NamedCell): Promise<void> {
    const { modules, evaluate } = this.#parts;
    const self: RunningCell = { define: (own) => this.#names.define(own) };
    const view = this.#names.view(uses);
    modules.add(files);
    this.#definitions.begin(cell, defines);
    this.#names.begin(defines);
    try {
      const run = evaluate(code, script) as Run;
      const result = run(view, modules.requireOf(view), self);
      if (awaits) await Promise.race([result, new Promise<void>((done) => (this.#stop = done))]);
      if (self.value !== undefined && self.value !== null) note(cell, () => (cell.outcome = { kind: "value", value: self.value }));
    } catch (error) {
      note(cell, () => (cell.outcome = { kind: "error", error }));
    }
  }
}

function note(cell: Cell, change: () => void): void {
  if (!cell.settled) change();
}
