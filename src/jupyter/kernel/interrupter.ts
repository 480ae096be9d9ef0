import { Session } from "node:inspector";
import { descendantsOf, signalAll } from "./descendants.js";

/** Where the main thread leaves what can be interrupted. */
export const INTERRUPTIBLE = Symbol.for("two-layer-net.kernel");

/** Time between two looks at whether the main thread has stopped, in ms. */
const AGAIN_MS = 100;

/**
 * When it does not answer for so long, it is in no JavaScript, but waits for a program that a cell has started: that
 * gets the signals that a terminal would send it, the second one where the first did not do.
 */
const SIGNALS = [
  { after: 200, signal: "SIGINT" },
  { after: 500, signal: "SIGTERM" },
] as const;

/**
 * Interrupts the main thread, from another thread and even while JavaScript blocks it, until nothing is left to stop.
 *
 * No signal can do this everywhere: Windows has none, and Node looks at them only between callbacks. The inspector
 * runs an expression in the middle of a busy loop; no debugger port is opened. One expression is sent at a time: a
 * second one would be evaluated before the first has taken effect, and stopped in its place.
 */
export class Interrupter {
  #wanted = 0;
  #working = false;

  /** @param cell the number of the last cell that was sent to the main thread: a later one is not meant */
  interrupt(cell: number): void {
    this.#wanted = cell;
    if (!this.#working) this.#evaluate();
  }

  #evaluate(): void {
    this.#working = true;
    const call = this.#wanted > 0 ? `interrupt(${this.#wanted})` : "insist()";
    this.#wanted = 0;
    const expression = `globalThis[Symbol.for(${JSON.stringify(INTERRUPTIBLE.description)})]?.${call}`;
    const waits = SIGNALS.map(({ after, signal }) => setTimeout(() => signalAll(descendantsOf(process.pid), signal), after));
    const session = new Session();
    session.connectToMainThread();
    session.post("Runtime.evaluate", { expression, returnByValue: true }, (error, answer) => {
      for (const wait of waits) clearTimeout(wait);
      session.disconnect();
      const isDone = !error && answer.result.value === false && this.#wanted === 0;
      if (isDone) this.#working = false;
      else setTimeout(() => this.#evaluate(), AGAIN_MS);
    });
  }
}
