import type { TrainingProgress, TrainingState } from "../index.js";
import { type Progress, type ProgressOptions, startProgress } from "./progress.js";
import type { ProgressHost } from "./progressHost.js";

export type TrainingProgressOptions = Pick<ProgressOptions, "enabled" | "log"> & {
  /** What is being trained; "Training" by default. */
  readonly label?: string;
};

/**
 * A progress line for a Solver: iterations, time, loss and its course, best validation accuracy;
 * outside a kernel a line for each epoch.
 *
 * @returns what the Solver's option `progress` takes; each call of `train` gets a line of its own
 * @example
 * new Solver(model, data, { progress: trainingProgress(), verbose: false }).train();
 */
export function trainingProgress(options: TrainingProgressOptions = {}, host?: ProgressHost): TrainingProgress {
  let line: Progress | undefined;
  return {
    update({ iteration, numIterations, numEpochs, loss, bestValAcc }: TrainingState) {
      line ??= startProgress({ label: "Training", ...options, total: numIterations, lines: numEpochs }, host);
      line.update(iteration, { loss, best: bestValAcc });
    },
    end() {
      line?.end();
      line = undefined;
    },
  };
}
