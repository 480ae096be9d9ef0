import process from "node:process";
import { BuiltIns } from "./builtIns.js";
import type { CellSources } from "./cellSources.js";
import type { Interrupts } from "./interrupts.js";
import { kernelLog } from "./kernelLog.js";
import type { SigintWatch } from "./sigint.js";
import { StrayErrors } from "./strayErrors.js";

export interface OwnWorkHooks {
  /** Shows a text as the running cell's stderr. */
  warn(text: string): void;
  /** Puts back what it rests on beside the built-in objects. @returns the names */
  restore(): string[];
  /** Ends the running cell with the error. @returns false if none runs */
  fail(error: unknown): boolean;
}

/** The kernel's own code, in the midst of cells that may break what it rests on. */
export class OwnWork {
  readonly #interrupts: Interrupts;
  readonly #hooks: OwnWorkHooks;
  readonly #stray: StrayErrors;
  readonly #builtIns = new BuiltIns();
  readonly #sigint: SigintWatch;

  /** Notes how all is now: to be made when nothing of it will be changed by the kernel itself. */
  constructor(interrupts: Interrupts, sources: CellSources, sigint: SigintWatch, hooks: OwnWorkHooks) {
    this.#sigint = sigint;
    this.#interrupts = interrupts;
    this.#hooks = hooks;
    this.#stray = new StrayErrors((text) => interrupts.shield(() => hooks.warn(text)), sources);
  }

  /** Hears SIGINT, also where a cell has removed all listeners. */
  listen(): void {
    this.#sigint.listen();
  }

  /**
   * Runs the kernel's own code. Should that fail, be it by what a cell has done to what it rests on, the cell still ends
   * with a reply, or the kernel ends and says why.
   */
  run(work: () => void): void {
    this.#interrupts.shield(() => {
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
    this.#stray.listen();
    this.#sigint.listen();
    if (names.length > 0) this.#hooks.warn(`The kernel itself needs what a cell has replaced, and has put it back: ${names.join(", ")}\n`);
  }

  /** Shows an error that no cell waits for. */
  report(what: string, error: unknown): void {
    this.#stray.report(what, error);
  }

  #failed(error: unknown): void {
    try {
      this.restore();
      if (!this.#hooks.fail(error)) this.report("The kernel could not do its work", error);
    } catch (again) {
      kernelLog(`it cannot go on: ${String((again as Error | undefined)?.stack ?? again)}`);
      process.exit(1);
    }
  }
}
