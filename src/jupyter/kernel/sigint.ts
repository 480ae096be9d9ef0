import process from "node:process";
import { BroadcastChannel, Worker } from "node:worker_threads";

/** Carries a message for each SIGINT, from whichever thread hears it to the one that interrupts. */
export function sigintChannel(): BroadcastChannel {
  return new BroadcastChannel("two-layer-net.kernel.SIGINT");
}

/** Hears every SIGINT, and keeps it from ending the process. */
export class SigintWatch {
  readonly #channel = sigintChannel();
  readonly #onSigint = (): void => this.#channel.postMessage("SIGINT");
  readonly #begin: () => void;
  #thread: Worker | undefined;
  /** Kept once the thread hears. */
  readonly begun: Promise<void>;

  constructor() {
    this.#channel.unref();
    let begin = (): void => {};
    this.begun = new Promise((done) => (begin = done));
    this.#begin = begin;
  }

  /**
   * Listens, and does so again where a cell has removed all listeners. Node's own way to hear a signal comes first, for
   * the time until the thread has begun; from then on the thread is the one that hears.
   */
  listen(): void {
    if (process.listeners("SIGINT").includes(this.#onSigint)) return;
    process.on("SIGINT", this.#onSigint);
    void this.#thread?.terminate();
    this.#thread = new Worker(new URL("./sigintThread.js", import.meta.url), { execArgv: [] }).once("message", this.#begin);
    this.#thread.unref();
  }
}
