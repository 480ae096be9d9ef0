/** A worker with a kernel in it. */
import type { Message } from "../protocol/messages.js";
import { SharedLine } from "../worker/sharedLine.js";
import type { FromWorker, KernelStart, ThreadRequest, ToWorker } from "../worker/workerMessages.js";
import { KernelThreads, type MakeThread } from "./kernelThreads.js";

/** As much of a web worker as a kernel needs. */
export interface WorkerLike {
  onmessage: ((event: { readonly data: FromWorker }) => unknown) | null;
  onerror: ((event: { readonly message?: string }) => unknown) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** What the worker says, in order; it goes on when that is dealt with. */
export interface Listener {
  message(channel: "control" | "iopub" | "shell" | "stdin", message: Message): void | Promise<void>;
  file(path: string, bytes: Uint8Array | null): void | Promise<void>;
  broken(reason: string): void;
}

/** How workers are made: that of the kernel, and those that are its threads. */
export interface MakeWorkers {
  kernel(): WorkerLike;
  readonly thread: MakeThread;
}

/** What it says of itself; of its threads it speaks at any time. */
type Told = Exclude<FromWorker, ThreadRequest>;

export class KernelWorker {
  /** Null in a page that is not isolated. */
  readonly line: SharedLine | null;
  /** @throws {Error} if it could not start */
  readonly ready: Promise<void>;
  private readonly worker: WorkerLike;
  private readonly threads: KernelThreads;
  private readonly waiting: Told[] = [];
  private listener: Listener | null = null;
  private isTelling = false;
  /** How many cells it was sent. */
  private cells = 0;

  constructor(make: MakeWorkers, start: Omit<KernelStart, "line">, isIsolated: boolean) {
    this.line = isIsolated ? new SharedLine() : null;
    this.worker = make.kernel();
    this.threads = new KernelThreads(make.thread, (message) => this.send(message));
    this.ready = new Promise((resolve, reject) => {
      const take = (said: FromWorker): void => {
        if (said.kind === "ready") resolve();
        else if (said.kind === "startThread" || said.kind === "toThread" || said.kind === "endThread") this.threads.take(said);
        else {
          if (said.kind === "broken") reject(new Error(`the kernel did not start: ${said.reason}`));
          this.waiting.push(said);
          void this.tell();
        }
      };
      this.worker.onmessage = ({ data }) => take(data);
      this.worker.onerror = ({ message }) => take({ kind: "broken", reason: message ?? "its script could not be loaded" });
    });
    this.ready.catch(() => {});
    this.send({ kind: "start", start: { ...start, line: this.line?.memory ?? null } });
  }

  /** From now on it is told to this listener; what came before, first. */
  listen(listener: Listener): void {
    this.listener = listener;
    void this.tell();
  }

  send(message: ToWorker): void {
    if (message.kind === "request" && message.message.header.msg_type === "execute_request") this.cells++;
    this.worker.postMessage(message);
  }

  /** Stops the cells that it was sent so far. @returns false where nothing reaches a worker that computes */
  interrupt(): boolean {
    this.line?.interrupt(this.cells);
    return this.line !== null;
  }

  end(): void {
    this.listener = null;
    this.worker.onmessage = this.worker.onerror = null;
    this.worker.terminate();
    this.threads.endAll();
  }

  private async tell(): Promise<void> {
    if (this.isTelling) return;
    this.isTelling = true;
    while (this.listener !== null && this.waiting.length > 0) {
      const said = this.waiting.shift()!;
      if (said.kind === "message") await this.listener.message(said.channel, said.message);
      else if (said.kind === "file") await this.listener.file(said.path, said.bytes);
      else if (said.kind === "broken") this.listener.broken(said.reason);
    }
    this.isTelling = false;
  }
}
