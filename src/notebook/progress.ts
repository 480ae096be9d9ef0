import { checkObject } from "../numeric/arguments/check.js";
import { ProgressDisplay } from "./progress/progressDisplay.js";
import { processHost, type ProgressHost, type ProgressOutput } from "./progress/progressHost.js";
import type { ProgressState } from "./progress/progressLine.js";
import { ProgressLog } from "./progress/progressLog.js";
import { Trend } from "./progress/sparkline.js";

/** Options of `startProgress`. */
export interface ProgressOptions {
  /** What is being done. */
  readonly label: string;
  /** How many steps it takes; left out where nobody knows. */
  readonly total?: number;
  /** Steps that were done before, default 0: they do not count for the rate. */
  readonly first?: number;
  /** What is counted, such as "MB"; nothing for plain steps. */
  readonly unit?: string;
  /** Whether to show anything; default true. */
  readonly enabled?: boolean;
  /** Outside a kernel: takes a line now and then; default `console.log`. */
  readonly log?: (line: string) => void;
  /** Outside a kernel: how many lines for the whole work, default 10. */
  readonly lines?: number;
}

/** What else to show with a step. */
export interface ProgressDetail {
  readonly loss?: number;
  /** Best accuracy so far, from 0 to 1. */
  readonly best?: number;
  /** What is wrong with the work, for people: shown below the line, and kept there. */
  readonly warnings?: readonly string[];
}

/**
 * One line that tells how far long work has come.
 *
 * @example
 * const progress = startProgress({ label: "Reading", total: 2 });
 * progress.update(1);
 * progress.end();
 */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #host: ProgressHost;
  readonly #start: number;
  readonly #trend = new Trend();
  readonly #output: ProgressOutput | null;
  #done: number;
  #detail: ProgressDetail = {};
  #status: ProgressState["status"] = "running";

  constructor(options: ProgressOptions, host: ProgressHost) {
    this.#options = options;
    this.#host = host;
    this.#start = host.now();
    this.#done = options.first ?? 0;
    this.#output = this.#createOutput();
  }

  /**
   * Tells how many steps are done. Quick enough to be called after every step: something is shown
   * at most four times a second.
   */
  update(done: number, detail: ProgressDetail = {}): void {
    this.#done = done;
    this.#detail = detail;
    if (detail.loss !== undefined) this.#trend.push(detail.loss);
    this.#output?.step();
  }

  /** Tells that the work is over, all of it or not; the first call counts. */
  end(): void {
    if (this.#status !== "running") return;
    const { total } = this.#options;
    this.#status = total === undefined || this.#done >= total ? "done" : "stopped";
    this.#output?.end();
  }

  #createOutput(): ProgressOutput | null {
    const { enabled = true, log = console.log, lines = 10 } = this.#options;
    if (!enabled) return null;
    const state = () => this.#state();
    const { send } = this.#host;
    return send ? new ProgressDisplay(state, send, this.#host) : new ProgressLog(state, log, lines, this.#host);
  }

  #state(): ProgressState {
    const { label, total, unit = "", first = 0 } = this.#options;
    const { loss, best, warnings = [] } = this.#detail;
    const seconds = (this.#host.now() - this.#start) / 1000;
    return { label, done: this.#done, first, total, unit, seconds, status: this.#status, loss, trend: this.#trend, best, warnings };
  }
}

/**
 * Starts a progress line: in a kernel one display that is replaced in place, at most four times a
 * second and in long work at most once; elsewhere a line of text now and then.
 *
 * @returns the line, to be told of steps with `update` and of the end with `end`
 * @throws {TypeError} if options are not an object
 * @throws {RangeError} if total is not a number, or smaller than `first`
 * @example
 * const progress = startProgress({ label: "Gradient check", total: 100 });
 * try {
 *   for (let i = 1; i <= 100; i++) progress.update(i);
 * } finally {
 *   progress.end();
 * }
 */
export function startProgress(options: ProgressOptions, host: ProgressHost = processHost()): Progress {
  checkObject("startProgress", "options", '{ label: "Training", total: 100 }', options);
  const { total, first = 0 } = options;
  if (total !== undefined && !(total >= first)) throw new RangeError(`startProgress: expected total to be a number of ${first} or more, got ${total}`);
  return new Progress(options, host);
}
