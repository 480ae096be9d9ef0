import { setTimeout } from "node:timers";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { interruptEvent } from "../../display/interruptEvent.js";
import type { MimeBundle } from "../../display/mimeBundle.js";
import type { Backlog } from "./backlog.js";
import type { Cell } from "./cell.js";
import { createCellContext } from "./cellContext.js";
import { CellRunner } from "./cellRunner.js";
import { CellSources } from "./cellSources.js";
import { EditorRequests } from "./editorRequests.js";
import { errorReport } from "./errorReport.js";
import { Interrupts } from "./interrupts.js";
import { Outbox } from "./outbox.js";
import type { ErrorReport, Json, Request, StreamName } from "../protocol/messages.js";
import { encodeBinary, mimeBundle } from "./valueBundle.js";
import { installStackTraces } from "./stackTraces.js";
import { replaceStandardStreams } from "./standardStreams.js";
import { jupyter } from "./tslab.js";

/** After an error, how long requests that are on their way may take to arrive and be aborted, in ms. */
const IN_FLIGHT_MS = 20;

/** Handles the requests of the shell channel, one after the other. */
export class Kernel {
  readonly #port: MessagePort;
  readonly #outbox: Outbox;
  readonly #info: Json;
  readonly #sources = new CellSources();
  readonly #context = createCellContext<Cell>((cell) => cell.interrupted);
  readonly #interrupts = new Interrupts({
    beforeStop: () => this.#settleInterrupted(),
    afterStop: () => this.#recover(),
  });
  readonly #runner: CellRunner;
  readonly #editor: EditorRequests;
  readonly #waiting: Request[] = [];
  readonly #aborted = new Set<Request>();
  readonly #onSigint = (): void => this.#interrupts.interrupt();
  #count = 0;
  #running: Cell | undefined;
  #last: Cell | undefined;

  /**
   * @param port leads to the wire thread
   * @param backlog what that thread has not sent yet
   * @param info what the kernel says of itself
   */
  constructor(port: MessagePort, backlog: Backlog, info: Json) {
    this.#port = port;
    this.#info = info;
    this.#outbox = new Outbox(port, backlog);
    installStackTraces(this.#sources);
    this.#runner = new CellRunner(this.#sources, this.#context, this.#interrupts);
    this.#editor = new EditorRequests(this.#runner.executor);
  }

  /** Takes over stdout and stderr, and begins to answer. */
  start(): void {
    replaceStandardStreams((name, text) => this.#interrupts.shield(() => this.#write(name, text)));
    process.on("uncaughtException", (error) => this.#reportStray("Uncaught exception", error));
    process.on("unhandledRejection", (reason) => this.#reportStray("Unhandled promise rejection", reason));
    process.removeAllListeners("warning");
    process.on("warning", showWarning);
    this.#listenToSigint();
    this.#port.on("message", (request: Request) => {
      this.#interrupts.turned();
      this.#interrupts.shield(() => this.#receive(request));
    });
  }

  /** Stops the user's code; nothing may follow the call. */
  interrupt(): void {
    this.#interrupts.interrupt();
  }

  /**
   * Stops what an interrupt before this one could not stop; nothing may follow the call.
   *
   * @returns false once there is nothing left to stop
   */
  insist(): boolean | void {
    if (!this.#interrupts.pending) return false;
    this.#interrupts.insist();
  }

  #recover(): void {
    this.#context.reset();
    // Node takes the listeners away while a script runs, and puts them back in a `finally` that has not run.
    this.#listenToSigint();
  }

  #listenToSigint(): void {
    if (!process.listeners("SIGINT").includes(this.#onSigint)) process.on("SIGINT", this.#onSigint);
  }

  #receive(request: Request): void {
    this.#waiting.push(request);
    this.#next();
  }

  #next(): void {
    while (!this.#running) {
      const request = this.#waiting.shift();
      if (!request) return;
      this.#outbox.status("busy", request.header);
      if (this.#aborted.delete(request)) this.#finish(request, { status: "aborted" });
      else if (request.header.msg_type === "execute_request") this.#execute(request);
      else this.#finish(request, this.#answer(request));
    }
  }

  #finish(request: Request, content: Json | undefined): void {
    if (content) this.#outbox.reply(request, content);
    this.#outbox.status("idle", request.header);
  }

  #answer({ header, content }: Request): Json | undefined {
    try {
      switch (header.msg_type) {
        case "kernel_info_request":
          return this.#info;
        case "comm_info_request":
          return { status: "ok", comms: {} };
        case "history_request":
          return { status: "ok", history: [] };
        default:
          return this.#editor.answer(header.msg_type, content);
      }
    } catch (error) {
      return { status: "error", ...errorReport({ kind: "error", error }, this.#sources) };
    }
  }

  #execute(request: Request): void {
    const { code, silent, store_history, stop_on_error } = request.content;
    const counted = silent !== true && store_history !== false;
    const cell: Cell = {
      request,
      code: String(code),
      count: counted ? ++this.#count : this.#count,
      silent: silent === true,
      stopOnError: stop_on_error !== false && silent !== true,
      settled: false,
      interrupted: false,
      outcome: { kind: "nothing" },
    };
    this.#running = cell;
    jupyter.lastWriteDisplayData = (data, update) => this.#interrupts.shield(() => this.#display(data, update));
    if (!cell.silent) this.#outbox.publish("execute_input", { code, execution_count: cell.count }, request.header);
    const finished = this.#context.run(cell, () => this.#run(cell));
    void finished.then((bundle) => this.#interrupts.shield(() => this.#settle(cell, bundle)));
  }

  /** @returns what the cell's value looks like, if it has one to show */
  async #run(cell: Cell): Promise<MimeBundle | undefined> {
    try {
      await this.#runner.run(cell);
      if (cell.outcome.kind === "value") {
        const { value } = cell.outcome;
        return await this.#interrupts.expose(() => mimeBundle(value));
      }
    } catch (error) {
      if (!cell.settled) cell.outcome = { kind: "error", error };
    }
    return undefined;
  }

  #settleInterrupted(): void {
    const cell = this.#running;
    if (!cell || cell.settled) return;
    this.#announceInterrupt();
    cell.interrupted = true;
    cell.outcome = { kind: "interrupt", where: new Error().stack?.split("\n").slice(1).join("\n") ?? "" };
    this.#settle(cell, undefined);
    this.#runner.executor.interrupt();
  }

  /** For libraries that show how far their work has come: the cell's own `finally` blocks never run. */
  #announceInterrupt(): void {
    try {
      (process as NodeJS.EventEmitter).emit(interruptEvent);
    } catch (error) {
      this.#reportStray("Error while stopping", error);
    }
  }

  #settle(cell: Cell, bundle: MimeBundle | undefined): void {
    if (cell.settled) return;
    cell.settled = true;
    const report = errorReport(cell.outcome, this.#sources);
    if (!report || !cell.stopOnError) this.#conclude(cell, report, bundle);
    // The error is told only when the requests before it are known: whatever comes after is a reaction to it, and runs.
    else setTimeout(() => this.#interrupts.shield(() => this.#abortWaiting(cell, report)), IN_FLIGHT_MS);
  }

  #abortWaiting(cell: Cell, report: ErrorReport): void {
    for (let item = receiveMessageOnPort(this.#port); item; item = receiveMessageOnPort(this.#port)) {
      this.#waiting.push(item.message as Request);
    }
    for (const request of this.#waiting) {
      if (request.header.msg_type === "execute_request") this.#aborted.add(request);
    }
    this.#conclude(cell, report, undefined);
  }

  #conclude(cell: Cell, report: ErrorReport | undefined, bundle: MimeBundle | undefined): void {
    const { request, count: execution_count } = cell;
    if (!cell.silent && report) this.#outbox.publish("error", { ...report }, request.header);
    if (!cell.silent && bundle) {
      this.#outbox.publish("execute_result", { execution_count, data: bundle, metadata: {} }, request.header);
    }
    this.#finish(request, {
      ...(report ? { status: "error", ...report } : { status: "ok", user_expressions: {}, payload: [] }),
      execution_count,
    });
    this.#last = cell;
    this.#running = undefined;
    this.#next();
  }

  /** Whose output it is that comes now; nobody's, if it is not to be seen. */
  #audience(): Cell | undefined {
    const cell = this.#context.current() ?? this.#running ?? this.#last;
    return cell && !cell.silent && !cell.interrupted ? cell : undefined;
  }

  #write(name: StreamName, text: string): void {
    const cell = this.#audience();
    if (cell) this.#outbox.stream(name, text, cell.request.header);
  }

  #display(content: Parameters<typeof jupyter.lastWriteDisplayData>[0], update: boolean): void {
    const cell = this.#audience();
    if (!cell) return;
    const type = update ? "update_display_data" : "display_data";
    this.#outbox.publish(type, { ...content, data: encodeBinary(content.data) }, cell.request.header);
  }

  /** Shows an error that no cell waits for. */
  #reportStray(what: string, error: unknown): void {
    const report = errorReport({ kind: "error", error }, this.#sources);
    process.stderr.write(`${what}: ${report?.traceback.join("\n")}\n`);
  }
}

/** Shows Node's warnings, but not those about files that an interrupted cell had open, which come at any time. */
function showWarning({ name, message }: Error): void {
  if (!message.includes("garbage collection")) process.stderr.write(`${name}: ${message}\n`);
}
