import { Session } from "node:inspector";
import { descendantsOf, signalAll } from "./descendants.js";

/** Where the main thread leaves what can be interrupted. */
export const INTERRUPTIBLE = Symbol.for("two-layer-net.kernel");

const EXPRESSION = `globalThis[Symbol.for(${JSON.stringify(INTERRUPTIBLE.description)})]?.heedInterrupt()`;

/** Time between two looks at whether the main thread has stopped, in ms. */
const AGAIN_MS = 100;

/**
 * When it does not heed an interrupt for so long, it is in no JavaScript, but waits for a program that a cell has
 * started: that gets the signals that a terminal would send it, the second one where the first did not do.
 */
const SIGNALS = [
  { after: 200, signal: "SIGINT" },
  { after: 500, signal: "SIGTERM" },
] as const;

/** The interrupt that one thread asks for and the other heeds: the number of the last cell that it means. */
export class WantedInterrupt {
  readonly #cell: Int32Array;

  /** @param memory 4 bytes, shared by both threads */
  constructor(memory: SharedArrayBuffer) {
    this.#cell = new Int32Array(memory);
  }

  /** @returns whether none was wanted before */
  want(cell: number): boolean {
    return Atomics.exchange(this.#cell, 0, cell) === 0;
  }

  /** @returns 0 if none is wanted; afterwards none is */
  take(): number {
    return Atomics.exchange(this.#cell, 0, 0);
  }

  get isWanted(): boolean {
    return Atomics.load(this.#cell, 0) !== 0;
  }
}

/**
 * Interrupts the main thread, from another thread and even while JavaScript blocks it, until nothing is left to stop.
 *
 * No signal can do this everywhere: Windows has none, and Node looks at them only between callbacks. The inspector
 * runs an expression in the middle of a busy loop; no debugger port is opened. One expression is sent at a time: a
 * second one would be evaluated before the first has taken effect, and stopped in its place. An interrupt that comes
 * while one is on its way is heeded by that one.
 */
export class Interrupter {
  readonly #wanted: WantedInterrupt;
  #working = false;
  #signals: NodeJS.Timeout[] = [];

  constructor(wanted: WantedInterrupt) {
    this.#wanted = wanted;
  }

  /** @param cell the number of the last cell that was sent to the main thread: a later one is not meant */
  interrupt(cell: number): void {
    if (this.#wanted.want(cell)) {
      for (const signal of this.#signals) clearTimeout(signal);
      this.#signals = SIGNALS.map(({ after, signal }) => setTimeout(() => this.#signalChildren(signal), after));
    }
    if (!this.#working) this.#evaluate();
  }

  #signalChildren(signal: NodeJS.Signals): void {
    if (this.#wanted.isWanted) signalAll(descendantsOf(process.pid), signal);
  }

  #evaluate(): void {
    this.#working = true;
    const session = new Session();
    session.connectToMainThread();
    session.post("Runtime.evaluate", { expression: EXPRESSION, returnByValue: true }, (error, answer) => {
      session.disconnect();
      const isDone = !error && answer.result.value === false && !this.#wanted.isWanted;
      if (isDone) this.#working = false;
      else setTimeout(() => this.#evaluate(), AGAIN_MS);
    });
  }
}
