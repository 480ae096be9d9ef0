/** Runs in a page: a client of a kernel in a worker. Tests call it by way of their browser's driver. */
import { createHeader, type Json, type Message } from "../../../src/jupyter/protocol/messages.js";
import { SharedLine } from "../../../src/jupyter/worker/sharedLine.js";
import { KernelThreads } from "../../../src/jupyter/page/kernelThreads.js";
import type { FromWorker, KernelStart, ToWorker } from "../../../src/jupyter/worker/workerMessages.js";
import type { SiteKernel } from "../../../src/cli/site/kernelFiles.js";

/** A message of the kernel's, as tests look at it. */
export interface Sent {
  readonly channel: string;
  readonly type: string;
  readonly content: Json;
  readonly parent: string | undefined;
}

interface PageWorker {
  onmessage: (event: { data: FromWorker }) => void;
  onerror: (event: { message: string }) => void;
  postMessage(message: ToWorker): void;
  terminate(): void;
}
declare const Worker: new (address: string, options: object) => PageWorker;
declare const location: { href: string };

export class PageDriver {
  readonly sent: Sent[] = [];
  /** What cells have written, as text; null for what they have removed. */
  readonly files: [path: string, text: string | null, messagesBefore: number][] = [];
  readonly line: SharedLine | null;
  readonly #worker: PageWorker;
  readonly #ready: Promise<void>;
  readonly #watchers = new Set<() => void>();
  #cells = 0;

  constructor(files: SiteKernel, start: Partial<Omit<KernelStart, "stored">> & { stored?: Record<string, string> } = {}) {
    const isIsolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true;
    this.line = isIsolated ? new SharedLine() : null;
    const at = (name: string): string => new URL(name, location.href).href;
    this.#worker = new Worker(at(files.worker), { type: "module" });
    const threads = new KernelThreads((address, options) => new Worker(address, options) as never, (message) => this.#post(message));
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.onerror = ({ message }) => reject(new Error(message));
      this.#worker.onmessage = ({ data }) => {
        if (data.kind === "ready") resolve();
        else if (data.kind === "broken") reject(new Error(data.reason));
        else if (data.kind === "startThread" || data.kind === "toThread" || data.kind === "endThread") threads.take(data);
        else if (data.kind === "file") this.files.push([data.path, data.bytes && new TextDecoder().decode(data.bytes), this.sent.length]);
        else this.#hear(data.channel, data.message);
      };
    });
    const encoder = new TextEncoder();
    const { stored = {}, ...others } = start;
    this.#post({
      kind: "start",
      start: {
        files: {
          typescript: at(files.typescript), declarations: at(files.declarations),
          packages: Object.fromEntries(Object.entries(files.packages).map(([name, file]) => [name, at(file)])),
          workers: { engine: at(files.workers.engine), trial: at(files.workers.trial), gap: at(files.workers.gap) },
        },
        folder: "notebooks", lang: "en", line: this.line?.memory ?? null,
        stored: new Map(Object.entries(stored).map(([path, text]) => [path, encoder.encode(text)])),
        ...others,
      },
    });
  }

  async ready(): Promise<number> {
    await this.#ready;
    return performance.now();
  }

  send(type: string, content: Json, channel: "control" | "shell" = "shell"): string {
    const header = createHeader(type, "test", "test");
    if (type === "execute_request") this.#cells++;
    this.#post({ kind: "request", channel, message: { header, parent: {}, metadata: {}, content } });
    return header.msg_id;
  }

  sendCell(code: string, options: Json = {}): string {
    return this.send("execute_request", { code, silent: false, store_history: true, stop_on_error: true, ...options });
  }

  /** All that a request brought, once its idle is there. */
  async answer(id: string): Promise<Sent[]> {
    await this.#until(() => this.sent.some(({ parent, content }) => parent === id && content["execution_state"] === "idle"));
    return this.sent.filter(({ parent }) => parent === id);
  }

  run(code: string, options: Json = {}): Promise<Sent[]> {
    return this.answer(this.sendCell(code, options));
  }

  ask(type: string, content: Json, channel: "control" | "shell" = "shell"): Promise<Sent[]> {
    return this.answer(this.send(type, content, channel));
  }

  /** Interrupts once a cell has printed a text. @returns when, in ms */
  async interruptAfter(text: string): Promise<number> {
    await this.#until(() => this.sent.some(({ content }) => String(content["text"]).includes(text)));
    this.line?.interrupt(this.#cells);
    return performance.now();
  }

  /** Answers the next question. @returns it */
  async reply(value: string): Promise<unknown> {
    const count = this.#questions.length;
    await this.#until(() => this.#questions.length > count || this.#questions.length > this.#answered);
    this.line!.answer(value);
    return this.#questions[this.#answered++]!.content["prompt"];
  }

  tellFile(path: string, text: string | null): void {
    this.#post({ kind: "file", path, bytes: text === null ? null : new TextEncoder().encode(text) });
  }

  end(): void {
    this.#worker.terminate();
  }

  #answered = 0;

  get #questions(): Sent[] {
    return this.sent.filter(({ type }) => type === "input_request");
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(channel: string, { header, parent, content }: Message): void {
    this.sent.push({ channel, type: header.msg_type, content, parent: parent.msg_id });
    for (const watcher of this.#watchers) watcher();
  }

  async #until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
    });
  }
}

Object.assign(globalThis, { PageDriver });
