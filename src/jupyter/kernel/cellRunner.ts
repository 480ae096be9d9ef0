import process from "node:process";
import vm from "node:vm";
import type { Executor } from "tslab/dist/executor.js";
import type { Cell } from "./cell.js";
import { CellCompiler } from "./cellCompiler.js";
import type { CellContext } from "./cellContext.js";
import type { CellSources } from "./cellSources.js";
import { Definitions } from "./definitions.js";
import type { Interrupts } from "./interrupts.js";
import { createExecutor, getCodeMetadata } from "./tslab.js";

const { runInThisContext } = vm;

/** tslab compiles cells for a browser, but never runs them. */
const NO_BROWSER = "@browser: expected a cell for Node, got one for a browser; leave the tag out";

/**
 * Runs cells through tslab and notes what they come to.
 *
 * Imports work as in tslab. The working directory is the notebook's folder. A package is found by name from there
 * upwards, in `node_modules`; for its types it needs `.d.ts` files that TypeScript 5.0 can read. A file beside the
 * notebook or below it, `./model.ts` or `./model.js`, is imported as `"./model"`, compiled with the cell, and read
 * again when it changed and the importing cell runs again; a file outside of the notebook's folder is refused.
 * `require("tslab")` is the running tslab.
 */
export class CellRunner {
  readonly executor: Executor;
  readonly #compiler: CellCompiler;
  readonly #interrupts: Interrupts;
  readonly #definitions = new Definitions();

  constructor(sources: CellSources, context: CellContext<Cell>, interrupts: Interrupts) {
    this.#interrupts = interrupts;
    const compiler = (this.#compiler = new CellCompiler(sources));
    const converters = {
      node: shielded(compiler, interrupts),
      get browser(): never {
        throw new Error(NO_BROWSER);
      },
      close: () => compiler.close(),
    };
    // tslab prints the last expression's value and every error; here they become the cell's outcome.
    this.executor = createExecutor(process.cwd(), converters, {
      log: (value) => note(context.current(), (cell) => (cell.outcome = { kind: "value", value })),
      error: (error) => note(context.current(), (cell) => (cell.outcome = { kind: "error", error })),
    });
    this.#definitions.guard(this.executor.locals);
  }

  /**
   * Runs a cell to its end; the outcome is left in the cell.
   *
   * @param cell runs in this context already
   * @param what instead of the cell's own code, and how it is called in errors
   */
  async run(cell: Cell, { code, place } = { code: cell.code, place: `Cell [${cell.count}]` }): Promise<void> {
    if (getCodeMetadata(code).mode === "browser") throw new Error(NO_BROWSER);
    this.#compiler.begin(place, (names) => this.#definitions.begin(cell, names));
    await this.#interrupts.expose(() => withoutOwnWatch(() => this.executor.execute(code)));
    const { diagnostics, showsValue } = this.#compiler;
    if (diagnostics.length > 0) cell.outcome = { kind: "diagnostics", diagnostics };
    else if (cell.outcome.kind === "value" && !showsValue) cell.outcome = { kind: "nothing" };
  }
}

function shielded(compiler: CellCompiler, interrupts: Interrupts): CellCompiler {
  return new Proxy(compiler, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => interrupts.compile(() => member.apply(target, args) as unknown);
    },
  });
}

/**
 * tslab has Node stop a script at a SIGINT, wherever it is, be that in the kernel's own code, and only while the script
 * itself runs. The kernel has a watch of its own.
 */
function withoutOwnWatch<T>(execute: () => T): T {
  vm.runInThisContext = (code, options) => {
    vm.runInThisContext = runInThisContext;
    return runInThisContext(code, { ...(options as object), breakOnSigint: false }) as unknown;
  };
  try {
    return execute();
  } finally {
    vm.runInThisContext = runInThisContext;
  }
}

function note(cell: Cell | undefined, change: (cell: Cell) => void): void {
  if (cell && !cell.settled) change(cell);
}
