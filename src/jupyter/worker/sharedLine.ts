/** Memory by which a page reaches a worker that is busy with a cell: an interrupt, and what the user answers to a question. */

const INTERRUPTED = 0;
const ANSWER = 1;
const HEAD_BYTES = 8;
/** Bytes of an answer; what is longer is cut. */
const ANSWER_BYTES = 65_536;

export class SharedLine {
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;
  readonly #answer: Uint8Array;

  constructor(memory = new SharedArrayBuffer(HEAD_BYTES + ANSWER_BYTES)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory, 0, HEAD_BYTES / 4);
    this.#answer = new Uint8Array(memory, HEAD_BYTES);
  }

  /**
   * Asks for the end of what runs. That stays asked for, because a cell may catch the first error; cells that are sent
   * later are not meant.
   *
   * @param upTo how many `execute_request`s this worker has been sent
   */
  interrupt(upTo: number): void {
    Atomics.store(this.#cells, INTERRUPTED, upTo);
    Atomics.notify(this.#cells, ANSWER);
  }

  /** The number of the last cell that is to end, counted as in {@link interrupt}. */
  get interrupted(): number {
    return Atomics.load(this.#cells, INTERRUPTED);
  }

  /** Gives the worker what the user has answered. */
  answer(text: string): void {
    // A view of shared memory is refused here by browsers.
    const bytes = new TextEncoder().encode(text).subarray(0, ANSWER_BYTES);
    this.#answer.set(bytes);
    Atomics.store(this.#cells, ANSWER, bytes.length + 1);
    Atomics.notify(this.#cells, ANSWER);
  }

  /** Forgets earlier answers: before a question is asked. */
  listen(): void {
    Atomics.store(this.#cells, ANSWER, 0);
  }

  /** Waits for an answer, in the worker. @param cell that asks @returns undefined after an interrupt */
  waitForAnswer(cell: number): string | undefined {
    while (this.interrupted < cell) {
      // Should the interrupt come between the look and the sleep, it is seen after the next.
      Atomics.wait(this.#cells, ANSWER, 0, LOOK_MS);
      const length = Atomics.load(this.#cells, ANSWER) - 1;
      if (length >= 0) return new TextDecoder().decode(this.#answer.slice(0, length));
    }
    return undefined;
  }
}

const LOOK_MS = 100;
