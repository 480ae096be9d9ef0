import type { ProgressHost, ProgressOutput } from "./progressHost.js";
import { type ProgressState, progressText, warningText } from "./progressLine.js";

/** Where nobody knows the total: milliseconds from one line to the next. */
const INTERVAL = 10_000;

/** A progress line outside a kernel: a line of text for each part of the work, and one at the end. */
export class ProgressLog implements ProgressOutput {
  readonly #state: () => ProgressState;
  readonly #host: ProgressHost;
  readonly #log: (line: string) => void;
  readonly #lines: number;
  readonly #start: number;
  #part = 0;
  #warned = 0;

  /** @param lines into how many parts the work is divided */
  constructor(state: () => ProgressState, log: (line: string) => void, lines: number, host: ProgressHost) {
    this.#state = state;
    this.#log = log;
    this.#lines = lines;
    this.#host = host;
    this.#start = host.now();
  }

  step(): void {
    const state = this.#state();
    this.#warn(state);
    const part = this.#partOf(state);
    if (part <= this.#part || state.done === state.total) return;
    this.#part = part;
    this.#tell(state);
  }

  end(): void {
    const state = this.#state();
    this.#warn(state);
    this.#tell(state);
  }

  #tell(state: ProgressState): void {
    this.#log(progressText({ ...state, warnings: [] }));
  }

  /** At once, and once: a line that was logged stays. */
  #warn({ warnings }: ProgressState): void {
    for (const warning of warnings.slice(this.#warned)) this.#log(warningText(warning));
    this.#warned = warnings.length;
  }

  #partOf({ done, first, total }: ProgressState): number {
    if (total === undefined) return Math.floor((this.#host.now() - this.#start) / INTERVAL);
    return Math.floor(((done - first) * this.#lines) / (total - first));
  }
}
