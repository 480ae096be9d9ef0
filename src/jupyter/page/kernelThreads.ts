/** The threads of a kernel: workers that its page starts for it, as `worker/pageThreads.ts` asks for them. */
import type { ThreadOptions, ThreadRequest, ToWorker } from "../worker/workerMessages.js";

/** As much of a web worker as a thread needs. */
export interface ThreadLike {
  onmessage: ((event: { readonly data: unknown }) => unknown) | null;
  onerror: ((event: { readonly message?: string }) => unknown) | null;
  postMessage(data: unknown): void;
  terminate(): void;
}

export type MakeThread = (address: string, options: ThreadOptions) => ThreadLike;

export class KernelThreads {
  private readonly make: MakeThread;
  private readonly tell: (message: ToWorker) => void;
  private readonly running = new Map<number, ThreadLike>();

  /** @param tell sends to the kernel */
  constructor(make: MakeThread, tell: (message: ToWorker) => void) {
    this.make = make;
    this.tell = tell;
  }

  take(asked: ThreadRequest): void {
    const { kind, thread } = asked;
    if (kind === "startThread") this.start(thread, asked.address, asked.options);
    else if (kind === "toThread") this.running.get(thread)?.postMessage(asked.data);
    else this.end(thread);
  }

  endAll(): void {
    for (const thread of this.running.keys()) this.end(thread);
  }

  private start(thread: number, address: string, options: ThreadOptions): void {
    const worker = this.make(address, options);
    worker.onmessage = ({ data }) => this.tell({ kind: "fromThread", thread, data });
    worker.onerror = ({ message }) => this.tell({ kind: "threadFailed", thread, reason: message ?? "its script could not be loaded" });
    this.running.set(thread, worker);
  }

  private end(thread: number): void {
    this.running.get(thread)?.terminate();
    this.running.delete(thread);
  }
}
