import type { TrainingProgress, TrainingState } from "../index.js";
import { type Progress, type ProgressOptions, startProgress } from "./progress.js";
import type { ProgressHost } from "./progress/progressHost.js";

/** Options of `trainingProgress`. */
export type TrainingProgressOptions = Pick<ProgressOptions, "enabled" | "log"> & {
  /** What is being trained; default "Training". */
  readonly label?: string;
};

/**
 * A progress line for a Solver: iterations, time, loss and its course, best validation accuracy,
 * and what the Solver warns of; outside a kernel a line for each epoch.
 *
 * @returns what the Solver's option `progress` takes; each call of `train` gets a line of its own
 * @example
 * const random = new RandomState(231);
 * const data = { XTrain: random.randn(40, 2), yTrain: zeros(40), XVal: random.randn(20, 2), yVal: zeros(20) };
 * const model = new TwoLayerNet({ inputDim: 2, hiddenDim: 3, random });
 * new Solver(model, data, { numEpochs: 2, batchSize: 10, progress: trainingProgress(), verbose: false, random }).train();
 */
export function trainingProgress(options: TrainingProgressOptions = {}, host?: ProgressHost): TrainingProgress {
  let line: Progress | undefined;
  return {
    update({ iteration, numIterations, numEpochs, loss, bestValAcc, warnings }: TrainingState) {
      line ??= startProgress({ label: "Training", ...options, total: numIterations, lines: numEpochs }, host);
      line.update(iteration, { loss, best: bestValAcc, warnings: warnings.map(({ message }) => message) });
    },
    end() {
      line?.end();
      line = undefined;
    },
  };
}
