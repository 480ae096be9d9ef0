/** One of several places where exercises are checked side by side: a checking thread, and a learner's process for each exercise. */
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Guards } from "./guards.js";
import { type Ending, LearnersProcess } from "./learnersProcess.js";
import type { CheckResult } from "./result.js";

const PROGRAM = new URL("../../bundle/node/checker.js", import.meta.url);
/** For the checks themselves, in seconds, when the learner's process is long gone: the teacher's own may have no end. */
const CHECKER_SECONDS = 120;

export interface LaneJob {
  readonly check: { readonly kind: string; readonly name?: string };
  readonly functions: readonly string[];
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly places: object;
  readonly seed: number | null;
  readonly hidden: readonly string[];
}

export interface LaneOutcome {
  readonly open: readonly CheckResult[];
  readonly hidden: readonly CheckResult[];
  /** What is wrong with the teacher's own checks. */
  readonly problems: readonly string[];
  /** Why the learner's process was ended before its time, or null. */
  readonly ending: Ending | null;
}

export interface LaneOptions {
  readonly guards: Guards;
  /** An empty folder, in which learners' processes start. */
  readonly folder: string;
  /** What the checks say of a process that is gone, in the language of the hand-in. */
  readonly endingText: (ending: Ending, lang: string) => string;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly arrivals: Int32Array;
}

export class Lane {
  readonly #options: LaneOptions;
  readonly #threads = new Map<string, Thread>();
  #learner: LearnersProcess | null = null;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /**
   * Checks one exercise.
   *
   * @param lang of what the checks say
   * @throws {Error} if the checks themselves break off, or have no end
   */
  async run(job: LaneJob, lang: string): Promise<LaneOutcome> {
    const thread = this.#thread(lang);
    const { worker, port, arrivals } = thread;
    let ending: Ending | null = null;
    let isDone = false;
    const arrive = (message: object): void => {
      port.postMessage(message);
      Atomics.add(arrivals, 0, 1);
      Atomics.notify(arrivals, 0);
    };
    const learner = new LearnersProcess(this.#options.guards, this.#options.folder, {
      line: (line) => arrive({ line }),
      gone: (reason) => {
        if (isDone) return;
        ending = reason;
        arrive({ gone: this.#options.endingText(reason, lang) });
      },
    });
    this.#learner = learner;
    try {
      const { open, hidden, problems } = await answerOf(worker, job);
      return { open, hidden, problems, ending };
    } catch (error) {
      this.#threads.delete(lang);
      await worker.terminate();
      throw error;
    } finally {
      isDone = true;
      learner.end("exit");
      await learner.ended;
      this.#learner = null;
    }
  }

  async close(): Promise<void> {
    this.#learner?.end("exit");
    await Promise.all([...this.#threads.values()].map(({ worker }) => worker.terminate()));
    this.#threads.clear();
  }

  /** The language of the checks is settled by a thread's environment. */
  #thread(lang: string): Thread {
    const known = this.#threads.get(lang);
    if (known) return known;
    const { port1, port2 } = new MessageChannel();
    const arrivals = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(PROGRAM, { workerData: { port: port2, arrivals }, transferList: [port2], env: { TWO_LAYER_NET_LANG: lang, TWO_LAYER_NET_BACKEND: "plain" }, stdout: true, stderr: true });
    const thread = { worker, port: port1, arrivals };
    port1.on("message", (line: string) => this.#learner?.send(line));
    this.#threads.set(lang, thread);
    return thread;
  }
}

function answerOf(worker: Worker, job: LaneJob): Promise<Omit<LaneOutcome, "ending">> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`expected the checks to end within ${CHECKER_SECONDS} s, got nothing`)), CHECKER_SECONDS * 1000);
    const ended = (outcome: Omit<LaneOutcome, "ending">): void => settle(() => resolve(outcome));
    const failed = (error: Error): void => settle(() => reject(error));
    const exited = (code: number): void => failed(new Error(`expected the checks to end, got the exit ${code} of their thread`));
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      worker.off("message", ended).off("error", failed).off("exit", exited);
      end();
    };
    worker.on("message", ended).on("error", failed).on("exit", exited);
    worker.postMessage(job);
  });
}
