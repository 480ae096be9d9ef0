/** Ends a connection over which nothing comes. */
export class StallTimer {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param milliseconds without a restart until the signal aborts */
  constructor(milliseconds: number) {
    const stalled = new Error(`nothing for ${milliseconds / 1000} seconds`);
    this.#timer = setTimeout(() => this.#controller.abort(stalled), milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    this.#timer.refresh();
  }

  /** Ends the connection too, if it is still there. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
