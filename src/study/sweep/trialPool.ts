/** The worker threads of a sweep: trainings go in, runs come out. A training whose worker dies is started once more. */
import { programs } from "#workers/programs";
import { startWorkerPool } from "#workers/startWorkerPool";
import { onSharedMemory } from "../workers/sharedExamples.js";
import { type Answer, resultOf } from "../workers/workerPool.js";
import type { SharedData } from "./sharedData.js";
import type { TrialTask } from "./trialRun.js";
import type { WorkerInput, WorkerOutput } from "./trialWorker.js";

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
  const iterations = onSharedMemory(new Int32Array(numTrials));
  const workerData: WorkerInput = { data, iterations };
  const pool = await startWorkerPool<TrialTask, WorkerOutput>({ program: programs.trial, workers, workerData });

  return {
    run,
    iterationsOf: (trialNumber) => Atomics.load(iterations, trialNumber),
    stop: () => pool.stop(),
  };

  async function run(task: TrialTask): Promise<WorkerOutput> {
    const answer = await attempt(task).catch((cause: Error) => {
      if (pool.isStopped) throw cause;
      note(`trial ${task.trial.number} lost its worker (${cause.message}) and was trained again`);
      return attempt(task).catch((again: Error) => Promise.reject(lostTwice(task, again)));
    });
    return resultOf(answer);
  }

  function attempt(task: TrialTask): Promise<Answer<WorkerOutput>> {
    Atomics.store(iterations, task.trial.number, 0);
    return pool.run(task);
  }
}

function lostTwice({ trial: { number } }: TrialTask, cause: Error): Error {
  return new Error(`sweep: trial ${number} lost its worker twice (${cause.message}); if memory is short, try fewer workers`, { cause });
}
