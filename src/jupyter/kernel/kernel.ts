import process from "node:process";
import { setImmediate, setTimeout } from "node:timers";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { interruptEvent } from "../../display/interruptEvent.js";
import type { MimeBundle } from "../../display/mimeBundle.js";
import type { Backlog } from "./backlog.js";
import type { Cell } from "./cell.js";
import { BuiltIns } from "./builtIns.js";
import { createCellContext } from "./cellContext.js";
import { CellRunner } from "./cellRunner.js";
import { CellSources } from "./cellSources.js";
import { EditorRequests } from "./editorRequests.js";
import { errorReport } from "./errorReport.js";
import type { WantedInterrupt } from "./interrupter.js";
import { Interrupts } from "./interrupts.js";
import { Outbox } from "./outbox.js";
import type { ErrorReport, Json, Request, StreamName } from "../protocol/messages.js";
import { kernelLog } from "./kernelLog.js";
import { encodeBinary, mimeBundle } from "./valueBundle.js";
import { installStackTraces } from "./stackTraces.js";
import { SigintWatch } from "./sigint.js";
import { StrayErrors } from "./strayErrors.js";
import type { ShellRequest } from "./threads.js";
import { replaceStandardStreams } from "./standardStreams.js";
import { jupyter } from "./tslab.js";

/** After an error, how long requests that are on their way may take to arrive and be aborted, in ms. */
const IN_FLIGHT_MS = 20;

/** Handles the requests of the shell channel, one after the other. */
export class Kernel {
  readonly #port: MessagePort;
  readonly #outbox: Outbox;
  readonly #wanted: WantedInterrupt;
  readonly #info: Json;
  readonly #sources = new CellSources();
  readonly #context = createCellContext<Cell>((cell) => cell.interrupted);
  readonly #interrupts = new Interrupts({
    isStillMeant: () => this.#isMeant(),
    beforeStop: () => this.#settleInterrupted(),
    afterStop: () => this.#recover(),
  });
  readonly #runner: CellRunner;
  readonly #editor: EditorRequests;
  readonly #builtIns: BuiltIns;
  readonly #stray: StrayErrors;
  readonly #waiting: ShellRequest[] = [];
  readonly #aborted = new Set<Request>();
  readonly #sigint = new SigintWatch();
  #count = 0;
  /** The number of the last request to execute that has begun. */
  #begun = 0;
  /** The number of the last request to execute that the last interrupt means. */
  #interruptedUpTo = 0;
  /** A cell with this number or a lower one was interrupted before it began. */
  #interruptedBefore = 0;
  #running: Cell | undefined;
  #last: Cell | undefined;

  /**
   * @param port leads to the wire thread
   * @param backlog what that thread has not sent yet
   * @param wanted the interrupt that the wire thread asks for
   * @param info what the kernel says of itself
   */
  constructor(port: MessagePort, backlog: Backlog, wanted: WantedInterrupt, info: Json) {
    this.#port = port;
    this.#wanted = wanted;
    this.#info = info;
    this.#outbox = new Outbox(port, backlog);
    installStackTraces(this.#sources);
    this.#runner = new CellRunner(this.#sources, this.#context, this.#interrupts);
    this.#editor = new EditorRequests(this.#runner.executor);
    const write = (name: StreamName, text: string): void => this.#interrupts.shield(() => this.#write(name, text));
    replaceStandardStreams(write);
    this.#stray = new StrayErrors((text) => write("stderr", text), this.#sources);
    this.#builtIns = new BuiltIns();
  }

  /** Begins to answer. */
  start(): void {
    this.#sigint.listen();
    this.#port.on("message", (request: ShellRequest) => {
      this.#interrupts.turned();
      this.#own(() => {
        this.#restore();
        this.#waiting.push(request);
        this.#next();
      });
    });
  }

  /**
   * Stops the user's code if an interrupt is wanted, or what an earlier one could not stop; nothing may follow the call.
   *
   * @returns false once there is nothing left to stop
   */
  heedInterrupt(): boolean | void {
    const upTo = this.#wanted.take();
    if (upTo > 0) {
      this.#interruptedUpTo = upTo;
      if (!this.#running && upTo > this.#begun) this.#interruptedBefore = upTo;
      if (this.#isMeant()) return this.#interrupts.interrupt();
    }
    if (!this.#interrupts.pending) return false;
    this.#interrupts.insist();
  }

  /** Whether the last interrupt means what runs now: one that came before a cell does not mean that cell. */
  #isMeant(): boolean {
    return !this.#running || this.#running.request.number <= this.#interruptedUpTo;
  }

  #recover(): void {
    this.#context.reset();
    this.#sigint.listen();
  }

  /**
   * Runs the kernel's own code. Should that fail, be it by what a cell has done to what it rests on, the cell still ends
   * with a reply, or the kernel ends and says why.
   */
  #own(work: () => void): void {
    this.#interrupts.shield(() => {
      try {
        work();
      } catch (error) {
        this.#failed(error);
      }
    });
  }

  #failed(error: unknown): void {
    try {
      this.#restore();
      const cell = this.#running;
      if (!cell) return this.#stray.report("The kernel could not do its work", error);
      cell.settled = true;
      this.#conclude(cell, errorReport({ kind: "error", error }, this.#sources), undefined);
    } catch (again) {
      kernelLog(`it cannot go on: ${String((again as Error | undefined)?.stack ?? again)}`);
      process.exit(1);
    }
  }

  /** Puts back what a cell has broken of what the kernel itself rests on. */
  #restore(): void {
    const names = this.#builtIns.restore();
    this.#stray.listen();
    this.#sigint.listen();
    if (names.length > 0) this.#write("stderr", `The kernel itself needs what a cell has replaced, and has put it back: ${names.join(", ")}\n`);
  }

  #next(): void {
    // An interrupted cell ends while it is still compiled: the next one waits for the compiler.
    if (this.#interrupts.compiling) {
      setImmediate(() => {
        this.#interrupts.turned();
        this.#own(() => this.#next());
      });
      return;
    }
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

  #execute(request: ShellRequest): void {
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
    this.#begun = request.number;
    jupyter.lastWriteDisplayData = (content, update) => {
      // Plain content, before the shield: what is shown may bring code of its own.
      const data = JSON.parse(JSON.stringify({ ...content, data: encodeBinary(content.data) })) as Json;
      this.#interrupts.shield(() => this.#display(data, update));
    };
    if (!cell.silent) this.#outbox.publish("execute_input", { code, execution_count: cell.count }, request.header);
    if (request.number <= this.#interruptedBefore) {
      this.#interruptedBefore = 0;
      this.#settleInterrupted();
      return;
    }
    void this.#context.run(cell, () => this.#run(cell));
  }

  /** The value or the error of a cell may run code of the user's when it is looked at. */
  async #run(cell: Cell): Promise<void> {
    let bundle: MimeBundle | undefined;
    try {
      try {
        await this.#runner.run(cell);
      } finally {
        this.#interrupts.shield(() => this.#restore());
      }
      if (cell.outcome.kind === "value") {
        const { value } = cell.outcome;
        bundle = await this.#interrupts.expose(() => mimeBundle(value));
      }
    } catch (error) {
      if (!cell.settled) cell.outcome = { kind: "error", error };
    }
    const report = this.#interrupts.expose(() => errorReport(cell.outcome, this.#sources));
    this.#own(() => {
      this.#restore();
      this.#settle(cell, report, bundle);
    });
  }

  #settleInterrupted(): void {
    const cell = this.#running;
    if (!cell || cell.settled) return;
    this.#restore();
    this.#announceInterrupt();
    cell.interrupted = true;
    cell.outcome = { kind: "interrupt", where: new Error().stack?.split("\n").slice(1).join("\n") ?? "" };
    this.#settle(cell, errorReport(cell.outcome, this.#sources), undefined);
    this.#runner.executor.interrupt();
  }

  /** For libraries that show how far their work has come: the cell's own `finally` blocks never run. */
  #announceInterrupt(): void {
    try {
      (process as NodeJS.EventEmitter).emit(interruptEvent);
    } catch (error) {
      this.#stray.report("Error while stopping", error);
    }
  }

  #settle(cell: Cell, report: ErrorReport | undefined, bundle: MimeBundle | undefined): void {
    if (cell.settled) return;
    cell.settled = true;
    if (!report || !cell.stopOnError) this.#conclude(cell, report, bundle);
    // The error is told only when the requests before it are known: whatever comes after is a reaction to it, and runs.
    else if (this.#interrupts.compiling) this.#abortWaiting(cell, report);
    else setTimeout(() => this.#own(() => this.#abortWaiting(cell, report)), IN_FLIGHT_MS);
  }

  #abortWaiting(cell: Cell, report: ErrorReport): void {
    for (let item = receiveMessageOnPort(this.#port); item; item = receiveMessageOnPort(this.#port)) {
      this.#waiting.push(item.message as ShellRequest);
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

  #display(content: Json, update: boolean): void {
    const cell = this.#audience();
    if (cell) this.#outbox.publish(update ? "update_display_data" : "display_data", content, cell.request.header);
  }
}
