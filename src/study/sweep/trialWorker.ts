/** What a worker thread of a sweep runs: one training a call. */
import type { TypedArray } from "../../numeric/array/dtype.js";
import { workerProgram } from "../workers/workerProgram.js";
import { openData, type SharedData } from "./sharedData.js";
import { runTrial, type TrialRun, type TrialTask } from "./trialRun.js";

/** Given to every worker at its start. */
export interface WorkerInput {
  readonly data: SharedData;
  /** iterations done, by the number of the trial; seen from outside where threads share memory */
  readonly iterations: Int32Array;
}

/** A run and its parameters, in a form that messages carry. */
export interface WorkerOutput {
  readonly run: TrialRun;
  readonly params: Readonly<Record<string, { readonly data: TypedArray; readonly shape: readonly number[] }>>;
}

export default workerProgram(({ data, iterations }: WorkerInput) => {
  const trainingData = openData(data);
  return (task: TrialTask): WorkerOutput => {
    const report = (iteration: number): void => void Atomics.store(iterations, task.trial.number, iteration);
    const [run, params] = runTrial(task, trainingData, report);
    const plain = Object.entries(params).map(([name, { data, shape }]) => [name, { data, shape: [...shape] }]);
    return { run, params: Object.fromEntries(plain) };
  };
});
