/**
 * The worker threads of a sweep: trainings go in, runs come out. A worker that dies is replaced,
 * and its training started once more.
 */
import type { SharedData } from "./sharedData.js";
import type { TrialTask } from "./trialRun.js";
import type { WorkerAnswer, WorkerInput, WorkerOutput } from "./trialWorker.js";
import { WORKER_FILE } from "./workerFile.js";

export interface TrialPool {
  /** Trains in a worker that is free, or as soon as one is. */
  run(task: TrialTask): Promise<WorkerOutput>;
  /** Iterations that a trial's present training has done. */
  iterationsOf(trialNumber: number): number;
  /** Ends the workers, whatever they are doing. */
  stop(): Promise<void>;
}

export interface TrialPoolOptions {
  readonly data: SharedData;
  readonly numTrials: number;
  readonly workers: number;
  /** told when a worker has died */
  readonly note: (text: string) => void;
}

export async function startTrialPool({ data, numTrials, workers, note }: TrialPoolOptions): Promise<TrialPool> {
  // Loaded when it is needed: every program that imports the library would wait for it.
  const { Piscina } = await import("piscina");
  const iterations = new Int32Array(new SharedArrayBuffer(4 * numTrials));
  const workerData: WorkerInput = { data, iterations };
  const pool = new Piscina<TrialTask, WorkerAnswer>({
    filename: WORKER_FILE.href, minThreads: workers, maxThreads: workers, workerData, execArgv: [],
  });
  // From workers that cannot even start, one event each: the pool would leave the trainings waiting.
  const broken = new Promise<never>((_, reject) => pool.on("error", reject));
  broken.catch(() => {});
  let stopped: Promise<void> | undefined;

  return {
    run,
    iterationsOf: (trialNumber) => Atomics.load(iterations, trialNumber),
    // Once: the pool would replace workers that end during a second call.
    stop: () => (stopped ??= pool.destroy()),
  };

  async function run(task: TrialTask): Promise<WorkerOutput> {
    const answer = await attempt(task).catch((cause: Error) => {
      if (stopped) throw cause;
      note(`trial ${task.trial.number} lost its worker (${cause.message}) and was trained again`);
      return attempt(task).catch((again: Error) => Promise.reject(lostTwice(task, again)));
    });
    if ("error" in answer) throw answer.error;
    return answer;
  }

  function attempt(task: TrialTask): Promise<WorkerAnswer> {
    Atomics.store(iterations, task.trial.number, 0);
    return Promise.race([pool.run(task), broken]);
  }
}

function lostTwice({ trial: { number } }: TrialTask, cause: Error): Error {
  return new Error(`sweep: trial ${number} lost its worker twice (${cause.message}); if memory is short, try fewer workers`, { cause });
}
