/**
 * The program of a checking thread: it runs an exercise's checks on functions that live in a learner's process, and
 * waits for each of their answers. The main thread hands lines on, and says when none will come.
 */
import { pathToFileURL } from "node:url";
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import type { Check } from "../exercises/check.js";
import { because, passed, unexplained } from "../exercises/finding.js";
import { NotWrittenError } from "../exercises/notWritten.js";
import { type CheckStep, runChecks } from "../exercises/runChecks.js";
import { Bridge, type Lines, NoAnswerError } from "./bridge.js";
import { drawnChecks } from "./drawnChecks.js";
import { type CheckedExercise, exerciseReport, type Functions } from "./exerciseChecks.js";
import { type CodePlaces, stackPlaces, withPlaces } from "./codePlaces.js";

/** What is asked of this thread. */
interface Job {
  readonly check: CheckedExercise;
  /** of the functions, in the order in which the check takes them */
  readonly functions: readonly string[];
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly places: CodePlaces;
  /** of the drawn checks; null for none */
  readonly seed: number | null;
  /** paths of the teacher's own checks */
  readonly hidden: readonly string[];
}

/** What became of it: open checks, hidden ones, and what is wrong with the teacher's files. */
interface Outcome {
  readonly open: readonly Check[];
  readonly hidden: readonly Check[];
  readonly problems: readonly string[];
}

const { port, arrivals } = workerData as { readonly port: MessagePort; readonly arrivals: Int32Array };

/** Lines through the main thread, which counts what it has sent. */
const lines: Lines = {
  send: (line) => port.postMessage(line),
  receive() {
    for (; ;) {
      const seen = Atomics.load(arrivals, 0);
      const arrived = receiveMessageOnPort(port)?.message as { readonly line?: string; readonly gone?: string } | undefined;
      if (arrived?.line !== undefined) return withPlaces(arrived.line);
      if (arrived?.gone !== undefined) {
        gone = arrived.gone;
        throw new NoAnswerError(gone);
      }
      Atomics.wait(arrivals, 0, seen);
    }
  },
};

/** Why no answers come any more. */
let gone: string | null = null;

parentPort!.on("message", (job: Job) => {
  void work(job).then((outcome) => parentPort!.postMessage(outcome));
});

async function work(job: Job): Promise<Outcome> {
  gone = null;
  while (receiveMessageOnPort(port)) {
    // what came late for the one before
  }
  const bridge = new Bridge({ ...lines, send }, 1, (subject) => new NotWrittenError(subject));
  stackPlaces(job.places);
  const functions = functionsOf(bridge, job);
  const open = exerciseReport(job.check, functions).checks;
  const drawn = job.seed === null ? [] : run(drawnChecks(job.check, functions, job.seed));
  const own = await Promise.all(job.hidden.map((path) => teachersChecks(path, job, functions)));
  return { open, hidden: [...drawn, ...own.flatMap(({ checks }) => checks)], problems: own.flatMap(({ problem }) => problem ?? []) };
}

function send(line: string): void {
  if (gone !== null) throw new NoAnswerError(gone);
  lines.send(line);
}

/** The learner's functions; where they cannot even be loaded, functions that say why. */
function functionsOf(bridge: Bridge, { code, names, functions }: Job): Functions {
  try {
    const loaded = bridge.first(code, names) as Record<string, unknown>;
    return functions.map((name) => loaded[name]);
  } catch (error) {
    return functions.map(() => function stopped(): never {
      throw error;
    });
  }
}

function run(steps: readonly CheckStep[]): readonly Check[] {
  // each stands for itself, whatever became of the one before
  return steps.flatMap((step) => runChecks("stream", [[step]]).checks);
}

/** By its public path: what a teacher's check compares with is what everybody imports. */
const LIBRARY: string = "two-layer-net";

/** A teacher's file exports by default a function of the learner's functions, by name, and of what checks are made with. */
async function teachersChecks(path: string, { functions: names }: Job, functions: Functions): Promise<{ readonly checks: readonly Check[]; readonly problem?: string }> {
  try {
    const { default: make } = (await import(pathToFileURL(path).href)) as { default: (functions: object, tools: object) => CheckStep[] };
    const library = (await import(LIBRARY)) as object;
    const byName = Object.fromEntries(names.map((name, i) => [name, functions[i]]));
    return { checks: run(make(byName, { library, passed, because, failed: unexplained })) };
  } catch (error) {
    return { checks: [], problem: `${path}: ${(error as Error).message}` };
  }
}
