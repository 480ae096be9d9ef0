import type { FromWorker, ThreadOptions, ToWorker } from "./workerMessages.js";

type Said = Extract<ToWorker, { kind: "fromThread" | "threadFailed" }>;

/** The part of a browser's `Worker` that is there. */
interface Thread {
  onmessage: ((event: { readonly data: unknown }) => unknown) | null;
  onerror: ((event: { readonly message: string }) => unknown) | null;
  postMessage(data: unknown): void;
  terminate(): void;
}

export interface PageThreads {
  /** What makes threads. */
  readonly Worker: new (address: string | URL, options?: ThreadOptions) => Thread;
  /** Has a thread hear what the page says of it. */
  take(said: Said): void;
}

/**
 * Threads of a worker that its page starts, in place of the browser's own `Worker`: those start only while the worker
 * that makes them is idle, and in Firefox 153 `new Worker` in a worker has been seen never to return.
 *
 * @param post sends to the page
 */
export function pageThreads(post: (message: FromWorker) => void): PageThreads {
  const running = new Map<number, Thread>();
  let started = 0;

  class Worker implements Thread {
    onmessage: Thread["onmessage"] = null;
    onerror: Thread["onerror"] = null;
    readonly #thread = started++;

    constructor(address: string | URL, options: ThreadOptions = {}) {
      running.set(this.#thread, this);
      post({ kind: "startThread", thread: this.#thread, address: String(address), options });
    }

    postMessage(data: unknown): void {
      post({ kind: "toThread", thread: this.#thread, data });
    }

    terminate(): void {
      running.delete(this.#thread);
      post({ kind: "endThread", thread: this.#thread });
    }
  }

  return {
    Worker,
    take(said) {
      const thread = running.get(said.thread);
      if (said.kind === "fromThread") thread?.onmessage?.({ data: said.data });
      else thread?.onerror?.({ message: said.reason });
    },
  };
}
