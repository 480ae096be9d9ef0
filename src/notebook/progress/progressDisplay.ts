import { type DisplayHandle, displayInPlace, type SendDisplay } from "../display/display.js";
import type { Shown } from "../../jupyter/display/mimeBundle.js";
import type { ProgressHost, ProgressOutput } from "./progressHost.js";
import { progressHtml, type ProgressState, progressText } from "./progressLine.js";

const LEAST_INTERVAL = 250;
const GREATEST_INTERVAL = 1000;
/** Without a step for so long, work has stopped: an interrupted cell does not get to say so itself. */
const STALLED_AFTER = 1000;

function bundle(state: ProgressState): Shown {
  return { data: { "text/html": progressHtml(state), "text/plain": progressText(state) }, metadata: {} };
}

/** A progress line in a cell: one display, replaced in place. */
export class ProgressDisplay implements ProgressOutput {
  readonly #host: ProgressHost;
  readonly #state: () => ProgressState;
  readonly #handle: DisplayHandle;
  readonly #start: number;
  readonly #ignoreInterrupts: () => void;
  #steppedAt: number;
  #shownAt: number;
  #isWatched = false;
  #isRunning = true;

  constructor(state: () => ProgressState, send: SendDisplay, host: ProgressHost) {
    this.#state = state;
    this.#host = host;
    this.#start = this.#steppedAt = this.#shownAt = host.now();
    this.#handle = displayInPlace(bundle(state()), send);
    this.#ignoreInterrupts = host.onInterrupt(() => this.#stop());
  }

  step(): void {
    this.#isRunning = true;
    const now = (this.#steppedAt = this.#host.now());
    // Long work gets by with fewer messages, of which a stock kernel loses those it cannot send at once.
    const interval = Math.min(Math.max((now - this.#start) / 100, LEAST_INTERVAL), GREATEST_INTERVAL);
    if (now - this.#shownAt < interval) return;
    this.#shownAt = now;
    this.#handle.update(bundle(this.#state()));
    this.#watch();
  }

  end(): void {
    this.#isRunning = false;
    this.#ignoreInterrupts();
    this.#handle.update(bundle(this.#state()));
  }

  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.#host.later(() => {
      this.#isWatched = false;
      if (!this.#isRunning) return;
      if (this.#host.now() - this.#steppedAt < STALLED_AFTER) this.#watch();
      else this.#stop();
    }, STALLED_AFTER);
  }

  #stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#handle.update(bundle({ ...this.#state(), status: "stopped" }));
  }
}
