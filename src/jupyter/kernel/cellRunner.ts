import process from "node:process";
import vm from "node:vm";
import type { RunningCell } from "../cells/cellTransformer.js";
import { LiveNames } from "../cells/liveNames.js";
import type { Cell } from "./cell.js";
import { CellCompiler, type NamedCell } from "./cellCompiler.js";
import type { CellSources } from "./cellSources.js";
import { Definitions } from "./definitions.js";
import type { Interrupts } from "./interrupts.js";
import { LocalModules } from "./localModules.js";
import { getCodeMetadata } from "./tslab.js";

const { runInThisContext } = vm;

/** A cell that could only be compiled, and never runs. */
const NO_BROWSER = "@browser: expected a cell for Node, got one for a browser; leave the tag out";

type Run = (exports: object, require: NodeJS.Require, self: RunningCell) => unknown;

/**
 * Runs cells and notes what they come to.
 *
 * The working directory is the notebook's folder. A package is found by name from there upwards, in `node_modules`. A
 * file beside the notebook or below it, `./model.ts` or `./model.js`, is imported as `"./model"`, compiled with the
 * cell, and read again when it changed and the importing cell runs again; a file outside of the notebook's folder is
 * refused. `require("tslab")` is the running tslab.
 */
export class CellRunner {
  readonly compiler: CellCompiler;
  readonly #interrupts: Interrupts;
  readonly #definitions = new Definitions();
  readonly #names = new LiveNames((name) => this.#definitions.missing(name));
  readonly #modules = new LocalModules(process.cwd());
  #stop: () => void = () => {};

  constructor(sources: CellSources, interrupts: Interrupts) {
    this.#interrupts = interrupts;
    this.compiler = new CellCompiler(sources);
  }

  /**
   * Runs a cell to its end; the outcome is left in the cell.
   *
   * @param cell runs in this context already
   * @param what instead of the cell's own code, and how it is called in errors
   */
  async run(cell: Cell, { code, place } = { code: cell.code, place: `Cell [${cell.count}]` }): Promise<void> {
    const { mode, module, jsx } = getCodeMetadata(code);
    if (mode === "browser") throw new Error(NO_BROWSER);
    const { diagnostics, cell: compiled } = this.#interrupts.compile(() =>
      module === undefined ? this.compiler.compile(place, code) : { diagnostics: this.compiler.addModule(module, code, jsx) });
    if (diagnostics.length > 0) note(cell, () => (cell.outcome = { kind: "diagnostics", diagnostics }));
    // An interrupt that came while it was compiled has ended it already.
    else if (compiled && !cell.interrupted) await this.#interrupts.expose(() => this.#execute(cell, compiled));
  }

  /** Loads a package as cells do. */
  readonly load = (name: string): unknown => this.#modules.requireOf({})(name);

  /** Waits no longer for the cell that runs. */
  interrupt(): void {
    this.#stop();
  }

  async #execute(cell: Cell, { code, script, uses, defines, awaits, files }: NamedCell): Promise<void> {
    const self: RunningCell = { define: (own) => this.#names.define(own) };
    const view = this.#names.view(uses);
    this.#modules.add(files);
    this.#definitions.begin(cell, defines);
    this.#names.begin(defines);
    try {
      const run = runInThisContext(code, { filename: script }) as Run;
      const result = run(view, this.#modules.requireOf(view), self);
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
