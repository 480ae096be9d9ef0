/** Messages that may wait to be sent before the user's code has to. */
const LIMIT = 500;
/** How long it waits at most, in ms, in case the other thread is gone. */
const PATIENCE_MS = 5000;
const LOOK_MS = 50;

/**
 * Counts what the main thread has handed to the wire thread and is not sent yet, in memory that both share.
 *
 * A loop that prints makes output faster than it can be sent. It is slowed down, or memory would fill up and an
 * interrupt would be seen only after all that was printed.
 */
export class Backlog {
  readonly #count: Int32Array;

  /** @param memory of one Int32, zero at first */
  constructor(memory: SharedArrayBuffer) {
    this.#count = new Int32Array(memory);
  }

  /** Called by the main thread before it hands over a message. */
  enter(): void {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const count = Atomics.load(this.#count, 0);
      if (count < LIMIT) break;
      Atomics.wait(this.#count, 0, count, LOOK_MS);
    }
    Atomics.add(this.#count, 0, 1);
  }

  /** Called by the wire thread when messages are sent. */
  leave(messages: number): void {
    Atomics.sub(this.#count, 0, messages);
    Atomics.notify(this.#count, 0);
  }
}
