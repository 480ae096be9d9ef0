/** What a worker thread of a sweep runs: one training a call. */
import { workerData } from "node:worker_threads";
import type { TypedArray } from "../../numeric/array/dtype.js";
import { workerProgram } from "../workers/workerProgram.js";
import { openData, type SharedData } from "./sharedData.js";
import { runTrial, type TrialRun, type TrialTask } from "./trialRun.js";

/** Given to every worker at its start. */
export interface WorkerInput {
  readonly data: SharedData;
  /** iterations done, by the number of the trial */
  readonly iterations: Int32Array;
}

/** A run and its parameters, in a form that messages carry. */
export interface WorkerOutput {
  readonly run: TrialRun;
  readonly params: Readonly<Record<string, { readonly data: TypedArray; readonly shape: readonly number[] }>>;
}

const { data, iterations } = workerData as WorkerInput;
const trainingData = openData(data);

export default workerProgram((task: TrialTask): WorkerOutput => {
  const report = (iteration: number): void => void Atomics.store(iterations, task.trial.number, iteration);
  const [run, params] = runTrial(task, trainingData, report);
  const plain = Object.entries(params).map(([name, { data, shape }]) => [name, { data, shape: [...shape] }]);
  return { run, params: Object.fromEntries(plain) };
});
