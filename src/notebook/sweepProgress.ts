import type { SweepProgress, SweepState } from "../study/index.js";
import { type Progress, startProgress } from "./progress.js";
import type { ProgressHost } from "./progress/progressHost.js";
import type { TrainingProgressOptions } from "./trainingProgress.js";

/**
 * A progress line for a sweep: iterations of all its trainings, time, best validation accuracy.
 *
 * @returns what the sweep's option `progress` takes; each sweep gets a line of its own
 * @example
 * const random = new RandomState(231);
 * const data = { XTrain: random.randn(40, 2), yTrain: zeros(40), XVal: random.randn(20, 2), yVal: zeros(20) };
 * await sweep(data, { learningRate: [0.01, 0.1] }, { batchSize: 10, progress: sweepProgress() });
 */
export function sweepProgress(options: TrainingProgressOptions = {}, host?: ProgressHost): SweepProgress {
  let line: Progress | undefined;
  return {
    update({ iteration, numIterations, bestValAcc }: SweepState) {
      line ??= startProgress({ label: "Sweep", ...options, total: numIterations }, host);
      line.update(iteration, { best: bestValAcc });
    },
    end() {
      line?.end();
      line = undefined;
    },
  };
}
