/**
 * When work in several threads has to stop early: a signal that the caller gave, or an interrupt of the cell that
 * waits for it. Workers notice neither; without this they would train on after the cell.
 */
import { isHeard, listen } from "#host/events";
import { interruptEvent } from "../../jupyter/display/interruptEvent.js";

export interface StopSignal {
  /** Rejects when it is time to stop, and else never settles. */
  readonly stopped: Promise<never>;
  /** Stops listening. */
  release(): void;
}

export interface StopActions {
  /** Ends the work, at once: after an interrupt V8 may forget every promise that waits. */
  readonly end: () => void;
  /** How far the work has come, and what to do next, for the error of an interrupt. */
  readonly describe: () => string;
}

/**
 * Starts to listen.
 *
 * @param signal of the caller, if there is one; its reason is what `stopped` rejects with
 */
export function listenForStop(signal: AbortSignal | undefined, { end, describe }: StopActions): StopSignal {
  // Where nobody handles SIGINT it ends the process, and its threads with it: that must stay so.
  const names = [interruptEvent, ...(isHeard("SIGINT") ? ["SIGINT"] : [])];
  let reject: (reason: unknown) => void;
  const stopped = new Promise<never>((_, rejectStopped) => (reject = rejectStopped));
  stopped.catch(() => {});
  const stop = (reason: unknown): void => {
    reject(reason);
    end();
  };
  const interrupted = (): void => stop(new InterruptedError(describe()));
  const aborted = (): void => stop(signal!.reason);
  const ends = names.map((name) => listen(name, interrupted));
  signal?.addEventListener("abort", aborted);
  if (signal?.aborted) aborted();
  return {
    stopped,
    release() {
      for (const end of ends) end();
      signal?.removeEventListener("abort", aborted);
    },
  };
}

/** Work that was interrupted by the user. */
class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}
