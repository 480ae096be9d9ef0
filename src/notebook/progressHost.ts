import { kernelDisplay, type SendDisplay } from "./display.js";

/** The world around a progress line; tests bring their own. */
export interface ProgressHost {
  /** Milliseconds. */
  now(): number;
  /** Null outside a kernel. */
  readonly send: SendDisplay | null;
  /** Runs a callback after so many milliseconds, once the event loop is free. */
  later(callback: () => void, milliseconds: number): void;
}

export function processHost(): ProgressHost {
  return {
    now: () => performance.now(),
    send: kernelDisplay(),
    later: (callback, milliseconds) => void setTimeout(callback, milliseconds).unref(),
  };
}

/** Where a progress line appears. */
export interface ProgressOutput {
  /** After each step; shows something only now and then. */
  step(): void;
  /** After the last step; shows how it ended. */
  end(): void;
}
