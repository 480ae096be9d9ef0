import type { BuiltIns } from "./builtIns.js";
import type { CellSources } from "./cellSources.js";
import { errorReport } from "./errorReport.js";
import type { Shields } from "./shields.js";

export interface OwnWorkHooks {
  /** Shows a text as the running cell's stderr. */
  warn(text: string): void;
  /** Puts back what it rests on beside the built-in objects. @returns the names */
  restore(): string[];
  /** Listens for what no cell waits for, and does so again where a cell has removed all listeners. */
  listen(): void;
  /** Ends the running cell with the error. @returns false if none runs */
  fail(error: unknown): boolean;
  /** Called when the kernel cannot go on. */
  giveUp(error: unknown): void;
}

/** The kernel's own code, in the midst of cells that may break what it rests on. */
export class OwnWork {
  readonly #shields: Shields;
  readonly #sources: CellSources;
  readonly #builtIns: BuiltIns;
  readonly #hooks: OwnWorkHooks;

  /** @param builtIns as they are when nothing of them will be changed by the kernel itself any more */
  constructor(shields: Shields, sources: CellSources, builtIns: BuiltIns, hooks: OwnWorkHooks) {
    this.#shields = shields;
    this.#sources = sources;
    this.#builtIns = builtIns;
    this.#hooks = hooks;
  }

  /**
   * Runs the kernel's own code. Should that fail, be it by what a cell has done to what it rests on, the cell still ends
   * with a reply, or the kernel ends and says why.
   */
  run(work: () => void): void {
    this.#shields.shield(() => {
      try {
        work();
      } catch (error) {
        this.#failed(error);
      }
    });
  }

  /** Puts back what a cell has broken of what the kernel itself rests on. */
  restore(): void {
    const names = [...this.#builtIns.restore(), ...this.#hooks.restore()];
    this.#hooks.listen();
    if (names.length > 0) this.#hooks.warn(`The kernel itself needs what a cell has replaced, and has put it back: ${names.join(", ")}\n`);
  }

  /** Shows an error that no cell waits for. */
  report(what: string, error: unknown): void {
    const report = errorReport({ kind: "error", error }, this.#sources);
    this.#shields.shield(() => this.#hooks.warn(`${what}: ${report?.traceback.join("\n")}\n`));
  }

  #failed(error: unknown): void {
    try {
      this.restore();
      if (!this.#hooks.fail(error)) this.report("The kernel could not do its work", error);
    } catch (again) {
      this.#hooks.giveUp(again);
    }
  }
}
