import { Buffer } from "node:buffer";
import process from "node:process";
import { setImmediate } from "node:timers";
import vm from "node:vm";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { interruptEvent } from "../display/interruptEvent.js";
import type { Json, StreamName } from "../protocol/messages.js";
import { BuiltIns } from "../session/builtIns.js";
import type { Cell, ShellRequest } from "../session/cell.js";
import { CellExecution } from "../session/cellExecution.js";
import { CellRunner } from "../session/cellRunner.js";
import { CellSources } from "../session/cellSources.js";
import { EditorRequests } from "../session/editorRequests.js";
import { History } from "../session/history.js";
import { Outbox } from "../session/outbox.js";
import { OwnWork } from "../session/ownWork.js";
import { RequestQueue } from "../session/requestQueue.js";
import { ShellRequests } from "../session/shellRequests.js";
import { installStackTraces } from "../session/stackTraces.js";
import type { Backlog } from "./backlog.js";
import { createCellContext } from "./cellContext.js";
import { InterruptedCells } from "./interruptedCells.js";
import type { WantedInterrupt } from "./interrupter.js";
import { Interrupts } from "./interrupts.js";
import { kernelLog } from "./kernelLog.js";
import { LocalModules } from "./localModules.js";
import { nodeCompiler } from "./nodeCompiler.js";
import { installQuestions, Questions } from "./questions.js";
import { scriptPath } from "./scriptPaths.js";
import { SigintWatch } from "./sigint.js";
import { replaceStandardStreams } from "./standardStreams.js";
import { StrayErrors } from "./strayErrors.js";
import { typescript } from "./compiler.js";
import { jupyter } from "./tslab.js";
import { MORE_ROUNDS, warmUpSteps } from "../session/warmUp.js";

const { runInThisContext } = vm;

/** Handles the requests of the shell channel, one after the other. */
export class Kernel {
  readonly #port: MessagePort;
  readonly #wanted: WantedInterrupt;
  readonly #outbox: Outbox;
  readonly #context = createCellContext<Cell>((cell) => cell.interrupted);
  readonly #interrupted = new InterruptedCells();
  readonly #interrupts = new Interrupts({
    isStillMeant: () => this.#isMeant(),
    beforeStop: () => this.#execution.interrupt(),
    afterStop: () => {
      this.#context.reset();
      this.#sigint.listen();
    },
  });
  readonly #execution: CellExecution;
  readonly #requests: ShellRequests;
  readonly #own: OwnWork;
  readonly #runner: CellRunner;
  readonly #sigint: SigintWatch;
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
    this.#sigint = sigint;
    const outbox = (this.#outbox = new Outbox((message) => {
      backlog.enter();
      port.postMessage(message);
    }));
    const queue = new RequestQueue(() => arrivedAt(port));
    const [context, interrupts, sources, history] = [this.#context, this.#interrupts, new CellSources(), new History()];
    installStackTraces(sources, scriptPath);
    const runner = (this.#runner = new CellRunner({
      ts: typescript,
      compiler: nodeCompiler(sources),
      shields: interrupts,
      modules: new LocalModules(process.cwd()),
      evaluate: (code, filename) => runInThisContext(code, { filename }) as unknown,
    }));
    const restore = replaceStandardStreams((name, text) => interrupts.shield(() => this.#write(name, text)));
    const questions = new Questions(outbox, answers, interrupts, () => context.current() ?? this.#execution.running);
    installQuestions((caller, prompt) => questions.ask(caller, prompt));
    const own = (this.#own = new OwnWork(interrupts, sources, new BuiltIns({ process, Buffer }), {
      warn: (text) => this.#write("stderr", text),
      restore,
      listen: () => {
        stray.listen();
        sigint.listen();
      },
      fail: (error) => this.#execution.fail(error),
      giveUp: (error) => {
        kernelLog(`it cannot go on: ${String((error as Error | undefined)?.stack ?? error)}`);
        process.exit(1);
      },
    }));
    const stray = new StrayErrors({ report: (what, error) => own.report(what, error), warn: (text) => interrupts.shield(() => this.#write("stderr", text)) });
    const execution = (this.#execution = new CellExecution({
      outbox, queue, history, sources, context, shields: interrupts, runner, own,
      displayBy: (send) => (jupyter.lastWriteDisplayData = send as typeof jupyter.lastWriteDisplayData),
      // The cell's own `finally` blocks never run.
      announceInterrupt: () => void (process as NodeJS.EventEmitter).emit(interruptEvent),
      ended: () => this.#next(),
    }));
    const editor = new EditorRequests(typescript, runner.compiler.cells);
    this.#requests = new ShellRequests({ info, outbox, queue, execution, editor, history, sources, wasInterrupted: (number) => this.#interrupted.begin(number) });
  }

  /** Begins to answer. */
  start(): void {
    this.#sigint.listen();
    this.#port.on("message", (request: ShellRequest) => {
      this.#wasAsked = true;
      this.#interrupts.turned();
      this.#own.run(() => {
        this.#own.restore();
        this.#requests.add(request);
        this.#next();
      });
    });
  }

  /** Does what makes the first cells fast, step by step until somebody asks for something. */
  warmUp(): void {
    const steps = warmUpSteps(this.#runner, MORE_ROUNDS);
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
    this.#requests.next();
  }

  #write(name: StreamName, text: string): void {
    const cell = this.#execution.audience;
    if (cell) this.#outbox.stream(name, text, cell.request.header);
  }
}

/** The port hands over one request at each turn of the event loop. */
function* arrivedAt(port: MessagePort): Iterable<ShellRequest> {
  for (let item = receiveMessageOnPort(port); item; item = receiveMessageOnPort(port)) yield item.message as ShellRequest;
}
