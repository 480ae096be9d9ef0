import { listen } from "#host/events";
import { interruptEvent } from "../../jupyter/display/interruptEvent.js";
import { kernelDisplay, type SendDisplay } from "../display/display.js";

/** The world around a progress line; tests bring their own. */
export interface ProgressHost {
  /** Milliseconds. */
  now(): number;
  /** Null outside a kernel. */
  readonly send: SendDisplay | null;
  /** Runs a callback after so many milliseconds, once the event loop is free. */
  later(callback: () => void, milliseconds: number): void;
  /** Has a callback told, until the returned function is called, that the kernel is about to stop the running cell. */
  onInterrupt(callback: () => void): () => void;
}

const interruptCallbacks = new Set<() => void>();

function onInterrupt(callback: () => void): () => void {
  listen(interruptEvent, tellInterrupt);
  interruptCallbacks.add(callback);
  return () => void interruptCallbacks.delete(callback);
}

function tellInterrupt(): void {
  for (const callback of interruptCallbacks) callback();
}

export function processHost(): ProgressHost {
  return {
    now: () => performance.now(),
    send: kernelDisplay(),
    // Unrefed, it does not keep Node alive; in a page there is nothing of that.
    later: (callback, milliseconds) => void (setTimeout(callback, milliseconds) as Partial<NodeJS.Timeout>).unref?.(),
    onInterrupt,
  };
}

/** Where a progress line appears. */
export interface ProgressOutput {
  /** After each step; shows something only now and then. */
  step(): void;
  /** After the last step; shows how it ended. */
  end(): void;
}
