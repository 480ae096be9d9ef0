import type { Shields } from "../session/shields.js";
import type { SharedLine } from "./sharedLine.js";

/** How often a cell that waits is looked after, in ms. */
const LOOK_MS = 50;
/** Turns of a loop from one look at the clock to the next. */
const TURNS = 1024;

/** What an interrupt throws in the user's code. */
export class KeyboardInterrupt extends Error {
  override readonly name = "KeyboardInterrupt";

  constructor() {
    super("the cell was interrupted");
  }
}

export interface InterruptionHooks {
  /** Ends the running cell as one that was stopped; called in the midst of it. */
  stop(): void;
  /** Called now and then while the user's code computes. */
  breathe(): void;
}

/**
 * Stops the user's code where it looks for it: in every turn of a loop, and at each step of long work of the library.
 * What catches the error is stopped again at the next turn.
 */
export class Interruption implements Shields {
  readonly compiling = false;
  readonly #line: SharedLine | null;
  readonly #hooks: InterruptionHooks;
  /** Number of the cell that runs. */
  #running = Infinity;
  #turns = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param line null where nothing can be told to a cell that computes */
  constructor(line: SharedLine | null, hooks: InterruptionHooks) {
    this.#line = line;
    this.#hooks = hooks;
  }

  /** A cell begins. @returns whether it was interrupted before that */
  begin(number: number): boolean {
    this.#running = number;
    if (this.#line !== null) this.#timer = setInterval(() => this.#isMeant() && this.#hooks.stop(), LOOK_MS);
    return this.#isMeant();
  }

  /** The cell has been answered. */
  end(): void {
    clearInterval(this.#timer);
    this.#running = Infinity;
  }

  /** Looks, in a turn of a loop. @throws {KeyboardInterrupt} */
  readonly tick = (): void => {
    if (this.#line !== null && this.#line.interrupted >= this.#running) this.#stop();
    if (++this.#turns % TURNS === 0) this.#hooks.breathe();
  };

  /** Looks, at a step of longer work. @throws {KeyboardInterrupt} */
  readonly breathe = (): void => {
    if (this.#isMeant()) this.#stop();
    this.#hooks.breathe();
  };

  shield<T>(work: () => T): T {
    return work();
  }

  expose<T>(work: () => T): T {
    return work();
  }

  compile<T>(work: () => T): T {
    const result = work();
    if (this.#isMeant()) this.#hooks.stop();
    return result;
  }

  #isMeant(): boolean {
    return this.#line !== null && this.#line.interrupted >= this.#running;
  }

  #stop(): never {
    this.#hooks.stop();
    throw new KeyboardInterrupt();
  }
}
