import { formatWithOptions, inspect } from "#inspect";
import { Cells } from "../cells/cells.js";
import type { TypeScript } from "../cells/typescript.js";
import { interruptEvent } from "../display/interruptEvent.js";
import type { SendDisplay } from "../display/kernelDisplay.js";
import { KERNEL_NAME } from "../protocol/kernelName.js";
import type { Message, StreamName } from "../protocol/messages.js";
import { BuiltIns } from "../session/builtIns.js";
import type { Cell } from "../session/cell.js";
import { CellCompiler } from "../session/cellCompiler.js";
import { CellExecution } from "../session/cellExecution.js";
import { CellRunner } from "../session/cellRunner.js";
import { CellSources } from "../session/cellSources.js";
import { compilerAdvice } from "../session/compilerAdvice.js";
import { EditorRequests } from "../session/editorRequests.js";
import { History } from "../session/history.js";
import { kernelInfo } from "../session/kernelInfo.js";
import { Outbox } from "../session/outbox.js";
import { OwnWork } from "../session/ownWork.js";
import { cellThatAsks, installPrompt } from "../session/questions.js";
import { RequestQueue } from "../session/requestQueue.js";
import { ShellRequests } from "../session/shellRequests.js";
import { ofItsCell, wrapTimers } from "../session/timers.js";
import { FIRST_IMPORTS, warmUpSteps } from "../session/warmUp.js";
import { Channels } from "./channels.js";
import { CurrentCell } from "./currentCell.js";
import { evaluate } from "./evaluate.js";
import { Interruption, KeyboardInterrupt } from "./interruption.js";
import { largeFiles } from "./largeFiles.js";
import { pageConsole, pageProcess } from "./pageConsole.js";
import { type Declarations, pageFiles } from "./pageFiles.js";
import { PageModules } from "./pageModules.js";
import { pageThreads, type PageThreads } from "./pageThreads.js";
import { SharedLine } from "./sharedLine.js";
import { installTraces } from "./stackTraces.js";
import { StoredFiles } from "./storedFiles.js";
import { tslabDisplay } from "./tslabDisplay.js";
import type { FromWorker, KernelStart, ToWorker } from "./workerMessages.js";
import type { WorkerScope } from "./workerScope.js";

/** What the library asks its page's kernel for: `host/browser/pageKernel.ts` says what is what. */
const HOST = Symbol.for("two-layer-net.host");
const WORDS = { noPage: "cells run in a worker, which has no page" };
const ISOLATION = "prompt: expected a page that is isolated from other sites (headers COOP and COEP), got one that nobody can answer; write the answer into the cell, such as const answer = \"yes\"";

/** What a page asks as soon as it has opened a notebook. */
const OPENING = new Set(["kernel_info_request", "comm_info_request"]);

const { setTimeout } = globalThis;

/** The kernel of a page: answers what the page asks, one request after the other. */
export class WorkerKernel {
  readonly #scope: WorkerScope;
  readonly #outbox: Outbox;
  readonly #channels: Channels;
  readonly #context = new CurrentCell<Cell>();
  readonly #stored: StoredFiles;
  readonly #line: SharedLine | null;
  readonly #execution: CellExecution;
  readonly #requests: ShellRequests;
  readonly #own: OwnWork;
  readonly #runner: CellRunner;
  readonly #modules: PageModules;
  readonly #threads: PageThreads;
  #cells = 0;
  #questions = 0;
  #wasAsked = false;
  #open!: () => void;
  readonly #opened = new Promise<void>((resolve) => (this.#open = resolve));

  constructor(scope: WorkerScope, { files, folder: path, lang, line, stored: store, large = new Map(), settings }: KernelStart, ts: TypeScript, declarations: Declarations) {
    this.#scope = scope;
    const folder = path === "" ? "" : `/${path}`;
    const stored = (this.#stored = new StoredFiles(store));
    const shared = (this.#line = line === null ? null : new SharedLine(line));
    const channels = (this.#channels = new Channels((message) => this.#post(message), () => this.#tellFiles()));
    const outbox = (this.#outbox = new Outbox(channels.send));
    const [queue, context, sources, history] = [new RequestQueue(), this.#context, new CellSources(), new History()];
    const interruption = new Interruption(shared, { stop: () => this.#execution.interrupt(), breathe: () => channels.breathe() });
    const write = (name: StreamName, text: string): void => this.#write(name, text);
    const environment: Record<string, string | undefined> = { ...settings, TWO_LAYER_NET_LANG: lang };
    const events = new EventTarget();
    const host: { display: SendDisplay | null } = Object.assign((globalThis as Record<symbol, object>)[HOST] ?? {}, {
      display: null, environment, folder: folder === "" ? "/" : folder, files: stored, large: largeFiles(large), events, inspect,
      format: (...values: readonly unknown[]) => formatWithOptions({}, ...values),
      trace: (error: Error) => error.stack ?? "",
      load: (name: string) => this.#modules.package(name),
      breathe: interruption.breathe,
      workers: files.workers,
    });
    const threads = (this.#threads = pageThreads((message) => this.#post(message)));
    const globals = {
      console: pageConsole(write), process: pageProcess(write, folder, environment), Worker: threads.Worker, __tick: interruption.tick, [HOST]: host,
    };
    for (const name of Reflect.ownKeys(globals)) Object.defineProperty(globalThis, name, { value: Reflect.get(globals, name), writable: true, configurable: true });
    installTraces(sources);
    installPrompt((_caller, prompt) => this.#ask(prompt));
    wrapTimers([[globalThis, ["setTimeout", "setInterval", "queueMicrotask"]]], ofItsCell(context, (cell) => cell.interrupted));
    const tslab = tslabDisplay((content, update) => host.display?.(content, update), { typescript: ts.version });
    const modules = (this.#modules = new PageModules(files.packages, new Map([["tslab", tslab]]), stored, folder, evaluate));
    const cells = new Cells(ts, pageFiles(folder, stored, declarations), compilerAdvice(ts, WORDS), { tick: "__tick" });
    const runner = (this.#runner = new CellRunner({ ts, compiler: new CellCompiler(cells, folder, sources), shields: interruption, modules, evaluate }));
    const own = (this.#own = new OwnWork(interruption, sources, new BuiltIns(), {
      warn: (text) => write("stderr", text),
      restore: () => [],
      listen: () => {},
      fail: (error) => this.#execution.fail(error),
      giveUp: (error) => this.#post({ kind: "broken", reason: String((error as Error | undefined)?.stack ?? error) }),
    }));
    const execution = (this.#execution = new CellExecution({
      outbox, queue, history, sources, context, shields: interruption, runner, own,
      displayBy: (send) => (host.display = send),
      announceInterrupt: () => void events.dispatchEvent(new Event(interruptEvent)),
      ended: () => {
        interruption.end();
        // What an interrupt has ended is still on the stack.
        setTimeout(() => own.run(() => this.#requests.next()));
      },
    }));
    const info = kernelInfo({ own: ownVersion(declarations), typescript: ts.version, host: "in a page" });
    const editor = new EditorRequests(ts, cells);
    this.#requests = new ShellRequests({ info, outbox, queue, execution, editor, history, sources, wasInterrupted: (number) => interruption.begin(number) });
    this.#listenForStrayErrors();
  }

  /** Fetches what nearly every notebook begins with. */
  async prepare(): Promise<void> {
    await this.#modules.fetchPackages([KERNEL_NAME]);
  }

  receive(message: ToWorker): void {
    if (message.kind === "file") return this.#stored.take(message.path, message.bytes);
    if (message.kind === "fromThread" || message.kind === "threadFailed") return this.#threads.take(message);
    if (message.kind !== "request") return;
    if (OPENING.has(message.message.header.msg_type)) this.#open();
    else this.#wasAsked = true;
    this.#own.run(() => {
      if (message.channel === "control") this.#control(message.message);
      else this.#shell(message.message);
    });
  }

  /**
   * Does what makes the first cells fast, step by step until somebody asks for something. It begins when the page opens a
   * notebook with this kernel: before, it would only delay what the page has to do till then.
   *
   * @throws {Error} if the page's site does not answer
   */
  async warmUp(): Promise<void> {
    await this.#opened;
    // The page is still being built.
    const steps = warmUpSteps(this.#runner, 0);
    const step = (): boolean => {
      let more = false;
      if (!this.#wasAsked) this.#own.run(() => (more = steps.next().done === false));
      return more;
    };
    const fetched = this.#modules.fetchPackages(FIRST_IMPORTS);
    // The first step needs none of them, and begins when they have been asked for.
    setTimeout(step);
    await fetched;
    const next = (): void => {
      if (step()) setTimeout(next);
    };
    setTimeout(next);
  }

  #shell({ header, content }: Message): void {
    if (header.msg_type === "execute_request") this.#cells++;
    this.#requests.add({ identity: [], header, content, number: this.#cells });
    this.#requests.next();
  }

  /** What stops a cell is told by the line, and here only in a page without one. */
  #control({ header, content }: Message): void {
    if (header.msg_type === "interrupt_request") {
      if (this.#line === null) this.#execution.interrupt();
      this.#channels.answer("interrupt_reply", {}, header);
    } else if (header.msg_type === "shutdown_request") this.#channels.answer("shutdown_reply", { restart: content["restart"] === true }, header);
    else this.#shell({ header, content } as Message);
  }

  #ask(prompt: string): string {
    const cell = cellThatAsks("prompt", this.#context.current() ?? this.#execution.running);
    const line = this.#line;
    if (line === null) throw new Error(ISOLATION);
    line.listen();
    this.#outbox.ask(cell.request, prompt, ++this.#questions);
    const answer = line.waitForAnswer(cell.request.number);
    if (answer !== undefined) return answer;
    this.#execution.interrupt();
    throw new KeyboardInterrupt();
  }

  #listenForStrayErrors(): void {
    this.#scope.addEventListener("error", (event) => {
      event.preventDefault();
      if (!(event.error instanceof KeyboardInterrupt)) this.#own.report("Uncaught exception", event.error);
    });
    this.#scope.addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      if (!(event.reason instanceof KeyboardInterrupt)) this.#own.report("Unhandled promise rejection", event.reason);
    });
  }

  #tellFiles(): void {
    for (const [path, bytes] of this.#stored.takeChanges()) this.#post({ kind: "file", path, bytes });
  }

  #write(name: StreamName, text: string): void {
    const cell = this.#execution.audience;
    if (cell) this.#outbox.stream(name, text, cell.request.header);
  }

  #post(message: FromWorker): void {
    this.#scope.postMessage(message);
  }
}

function ownVersion(declarations: Declarations): string {
  const { version } = JSON.parse(declarations[`/node_modules/${KERNEL_NAME}/package.json`] ?? "{}") as { version?: string };
  return version ?? "";
}
