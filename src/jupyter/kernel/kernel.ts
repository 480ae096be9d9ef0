import { setImmediate } from "node:timers";
import type { MessagePort } from "node:worker_threads";
import type { Json, Request, StreamName } from "../protocol/messages.js";
import type { Backlog } from "./backlog.js";
import type { Cell } from "./cell.js";
import { createCellContext } from "./cellContext.js";
import { CellExecution } from "./cellExecution.js";
import { CellRunner } from "./cellRunner.js";
import { CellSources } from "./cellSources.js";
import { EditorRequests } from "./editorRequests.js";
import { errorReport } from "./errorReport.js";
import { History } from "./history.js";
import { InterruptedCells } from "./interruptedCells.js";
import type { WantedInterrupt } from "./interrupter.js";
import { Interrupts } from "./interrupts.js";
import { Outbox } from "./outbox.js";
import { OwnWork } from "./ownWork.js";
import { installQuestions, Questions } from "./questions.js";
import { RequestQueue } from "./requestQueue.js";
import { installStackTraces } from "./stackTraces.js";
import { SigintWatch } from "./sigint.js";
import { replaceStandardStreams } from "./standardStreams.js";
import type { ShellRequest } from "./threads.js";
import { warmUpSteps } from "./warmUp.js";

/** Handles the requests of the shell channel, one after the other. */
export class Kernel {
  readonly #port: MessagePort;
  readonly #wanted: WantedInterrupt;
  readonly #info: Json;
  readonly #outbox: Outbox;
  readonly #queue: RequestQueue;
  readonly #history = new History();
  readonly #sources = new CellSources();
  readonly #context = createCellContext<Cell>((cell) => cell.interrupted);
  readonly #interrupted = new InterruptedCells();
  readonly #interrupts = new Interrupts({
    isStillMeant: () => this.#isMeant(),
    beforeStop: () => this.#execution.interrupt(),
    afterStop: () => {
      this.#context.reset();
      this.#own.listen();
    },
  });
  readonly #editor: EditorRequests;
  readonly #execution: CellExecution;
  readonly #own: OwnWork;
  readonly #runner: CellRunner;
  #wasAsked = false;

  /**
   * @param port leads to the wire thread
   * @param answers brings what the user answers
   * @param backlog what that thread has not sent yet
   * @param wanted the interrupt that the wire thread asks for
   * @param info what the kernel says of itself
   * @param sigint hears signals already, if it was there before
   */
  constructor(port: MessagePort, answers: MessagePort, backlog: Backlog, wanted: WantedInterrupt, info: Json, sigint = new SigintWatch()) {
    this.#port = port;
    this.#wanted = wanted;
    this.#info = info;
    const outbox = (this.#outbox = new Outbox(port, backlog));
    const queue = (this.#queue = new RequestQueue(port));
    const [sources, context, interrupts] = [this.#sources, this.#context, this.#interrupts];
    installStackTraces(sources);
    const runner = (this.#runner = new CellRunner(sources, interrupts));
    this.#editor = new EditorRequests(runner.compiler.cells);
    const restore = replaceStandardStreams((name, text) => interrupts.shield(() => this.#write(name, text)));
    const questions = new Questions(outbox, answers, interrupts, () => context.current() ?? this.#execution.running);
    installQuestions((caller, prompt) => questions.ask(caller, prompt));
    const own = (this.#own = new OwnWork(interrupts, sources, sigint, {
      warn: (text) => this.#write("stderr", text),
      restore,
      fail: (error) => this.#execution.fail(error),
    }));
    const history = this.#history;
    this.#execution = new CellExecution({ outbox, queue, history, sources, context, interrupts, runner, own, ended: () => this.#next() });
  }

  /** Begins to answer. */
  start(): void {
    this.#own.listen();
    this.#port.on("message", (request: ShellRequest) => {
      this.#wasAsked = true;
      this.#interrupts.turned();
      this.#own.run(() => {
        this.#own.restore();
        this.#queue.add(request);
        this.#next();
      });
    });
  }

  /** Does what makes the first cells fast, step by step until somebody asks for something. */
  warmUp(): void {
    const steps = warmUpSteps(this.#runner);
    const next = (): void => {
      if (this.#wasAsked) return;
      this.#interrupts.turned();
      let done: boolean | undefined = true;
      this.#own.run(() => (done = this.#interrupts.compile(() => steps.next().done)));
      if (!done) setImmediate(next);
    };
    setImmediate(next);
  }

  /**
   * Stops the user's code if an interrupt is wanted, or what an earlier one could not stop; nothing may follow the call.
   *
   * @returns false once there is nothing left to stop
   */
  heedInterrupt(): boolean | void {
    const upTo = this.#wanted.take();
    if (upTo > 0) {
      this.#interrupted.add(upTo, this.#execution.running !== undefined);
      if (this.#isMeant()) return this.#interrupts.interrupt();
    }
    if (!this.#interrupts.pending) return false;
    this.#interrupts.insist();
  }

  /** Whether the last interrupt means what runs now: one that came before a cell does not mean that cell. */
  #isMeant(): boolean {
    return this.#interrupted.mean(this.#execution.running?.request.number);
  }

  #next(): void {
    // An interrupted cell ends while it is still compiled: the next one waits for the compiler.
    if (this.#interrupts.compiling) {
      setImmediate(() => {
        this.#interrupts.turned();
        this.#own.run(() => this.#next());
      });
      return;
    }
    while (!this.#execution.running) {
      const { request, isAborted } = this.#queue.take() ?? {};
      if (!request) return;
      this.#outbox.status("busy", request.header);
      if (isAborted) this.#outbox.finish(request, { status: "aborted" });
      else if (request.header.msg_type === "execute_request") this.#execution.begin(request, (number) => this.#interrupted.begin(number));
      else this.#outbox.finish(request, this.#answer(request));
    }
  }

  #answer({ header, content }: Request): Json | undefined {
    try {
      switch (header.msg_type) {
        case "kernel_info_request":
          return this.#info;
        case "comm_info_request":
          return { status: "ok", comms: {} };
        case "history_request":
          return this.#history.answer(content);
        case "comm_open":
          // There is nobody here who could talk: the other end would wait for ever.
          this.#outbox.publish("comm_close", { comm_id: content["comm_id"], data: {} }, header);
          return undefined;
        default:
          return this.#editor.answer(header.msg_type, content);
      }
    } catch (error) {
      return { status: "error", ...errorReport({ kind: "error", error }, this.#sources) };
    }
  }

  #write(name: StreamName, text: string): void {
    const cell = this.#execution.audience;
    if (cell) this.#outbox.stream(name, text, cell.request.header);
  }
}
