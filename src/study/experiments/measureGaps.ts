/** Many networks trained and tested on all cores, one network a thread. */
import { programs } from "#workers/programs";
import { startWorkerPool } from "#workers/startWorkerPool";
import { checkWhole } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { readLabels } from "../../nn/checks/labels.js";
import { onSharedMemory, shareExamples } from "../workers/sharedExamples.js";
import { listenForStop } from "../workers/stopSignal.js";
import { listenToProgress } from "../workers/progressListener.js";
import { defaultWorkers, MAX_WORKERS } from "../workers/workerCount.js";
import { resultOf } from "../workers/workerPool.js";
import type { GapTraining, SharedGapData } from "./gapWorker.js";
import { type GapData, type GapRun, type GapSettings, settleGap } from "./measureGap.js";

/** Options of `measureGaps`. */
export interface MeasureGapsOptions {
  /** threads, 1 to 64; default as many as cores, up to 16 and to what memory allows */
  readonly workers?: number;
  /** is told how many of the runs are done, and of the end; what it throws fails the work. Default nobody */
  readonly progress?: {
    /** After every training. */
    update(done: number): void;
    /** Once, when all are done or one has failed. */
    end(): void;
  } | null;
}

/**
 * Runs measureGap for each of the settings, in worker threads that share the data. What comes out
 * depends neither on the number of threads nor on which of them is done first. Settings that differ in their steps alone
 * are one training, measured on its way.
 *
 * @returns the runs, in the order of their settings
 * @throws {TypeError} if an option or setting has an unknown name, or the examples are neither an NDArray nor an ImageSet
 * @throws {RangeError} if an option or setting is out of range, or a training diverges
 * @throws {Error} if a worker dies, or the work is interrupted
 * @example
 * const [XTrain, XTest] = [new RandomState(0).randn(60, 4), new RandomState(1).randn(60, 4)];
 * const label = (X) => X.sum(1).map((sum) => Number(sum > 0));
 * const data = { XTrain, yTrain: label(XTrain), XTest, yTest: label(XTest) };
 * const runs = await measureGaps(data, [{ numTraining: 20 }, { numTraining: 40 }], { workers: 1 });
 * runs.map(({ numTraining }) => numTraining) // [ 20, 40 ]
 */
export async function measureGaps(
  data: GapData,
  settings: readonly GapSettings[],
  options: MeasureGapsOptions = {},
): Promise<GapRun[]> {
  const { workers, progress } = fillOptions<Required<MeasureGapsOptions>>("measureGaps", options, {
    workers: defaultWorkers(),
    progress: null,
  });
  checkWhole("measureGaps", "workers", workers, 1, MAX_WORKERS);
  if (settings.length === 0) return [];
  const trainings = trainingsOf(settings);
  const pool = await startWorkerPool<GapTraining, GapRun[]>({
    program: programs.gap, workers: Math.min(workers, trainings.length), workerData: shareGapData(data),
  });
  const runs: GapRun[] = [];
  let done = 0;
  const listener = listenToProgress(progress && ((count: number) => progress.update(count)));
  const stop = listenForStop(undefined, {
    end: () => void pool.stop(),
    describe: () => `measureGaps: interrupted after ${done} of ${settings.length} runs`,
  });
  const train = async ({ places, ...training }: Training): Promise<void> => {
    resultOf(await pool.run(training)).forEach((run, i) => (runs[places[i]] = run));
    listener.tell((done += places.length));
  };
  try {
    await Promise.race([Promise.all(trainings.map(train)), stop.stopped, listener.failed]);
    return runs;
  } finally {
    stop.release();
    await pool.stop();
    await progress?.end();
  }
}

interface Training extends GapTraining {
  /** Where its runs stand among all. */
  readonly places: readonly number[];
}

/** The longest first, so that no thread is left with it at the end. */
function trainingsOf(settings: readonly GapSettings[]): Training[] {
  const trainings = new Map<string, { settings: Required<GapSettings>; steps: number[]; places: number[] }>();
  for (const [place, each] of settings.entries()) {
    const settled = settleGap(each);
    const key = Object.entries({ ...settled, steps: 0 }).join();
    const training = trainings.get(key) ?? { settings: settled, steps: [], places: [] };
    training.steps.push(settled.steps);
    training.places.push(place);
    trainings.set(key, training);
  }
  const length = ({ steps }: GapTraining): number => Math.max(...steps);
  return [...trainings.values()].sort((a, b) => length(b) - length(a));
}

function shareGapData({ XTrain, yTrain, XTest, yTest }: GapData): SharedGapData {
  return {
    XTrain: shareExamples("measureGaps: expected XTrain", XTrain),
    yTrain: onSharedMemory(readLabels("measureGaps, yTrain", yTrain, XTrain.shape[0], Infinity)),
    XTest: shareExamples("measureGaps: expected XTest", XTest),
    yTest: onSharedMemory(readLabels("measureGaps, yTest", yTest, XTest.shape[0], Infinity)),
  };
}
