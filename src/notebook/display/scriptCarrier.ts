import type { SendDisplay } from "./display.js";

/** Brings a script into a notebook once: with the first output that needs it. */
export class ScriptCarrier {
  readonly #script: () => string;
  /** The output that brought it: what marks it, and the run of the cell that showed it. */
  #carrier: { readonly mark: string; readonly run: SendDisplay } | undefined;

  /** @param script gives the script elements */
  constructor(script: () => string) {
    this.#script = script;
  }

  /**
   * The script elements for the first output of a kernel, and again when that same output is shown anew: its cell was
   * run a second time, and the output that held the script is gone. Nothing for all others.
   *
   * @param mark by which an output is known again
   * @param run the kernel's sending function, which is another one in each run of a cell
   */
  scriptFor(mark: string, run: SendDisplay): string {
    const isAgain = mark === this.#carrier?.mark && run !== this.#carrier.run;
    if (this.#carrier !== undefined && !isAgain) return "";
    this.#carrier = { mark, run };
    return this.#script();
  }
}
