/**
 * A search for good hyperparameters: trains a two-layer network with each of many settings, on all
 * cores, stops those early that fall behind, and returns every result and the best network.
 */
import type { TwoLayerNet } from "../../nn/models/twoLayerNet.js";
import type { TrainingData } from "../../nn/checks/trainingData.js";
import { compareStandings } from "./halving.js";
import { openRunFile } from "./runFile.js";
import type { SearchSpace } from "./searchSpace.js";
import { shareData } from "./sharedData.js";
import { listenForStop } from "../workers/stopSignal.js";
import { settleSweepOptions, type SweepOptions } from "./sweepOptions.js";
import { SweepTally } from "./sweepTally.js";
import { startTrialPool } from "./trialPool.js";
import { makeTrials, type Trial } from "./trials.js";
import { type TrialResult, TrialSearch } from "./trialSearch.js";

/** All that a search found. */
export interface SweepResult {
  /** by number */
  readonly trials: readonly TrialResult[];
  /** the one with the highest validation accuracy; of equal ones the first */
  readonly best: TrialResult;
  /** its network, with the parameters that reached that accuracy */
  readonly bestModel: TwoLayerNet;
  /** trainings that were not done again, because the file had them */
  readonly reusedRuns: number;
  /** what went wrong on the way and was put right, for people; usually empty */
  readonly notes: readonly string[];
}

/** How often progress is told, in ms. */
const PROGRESS_INTERVAL = 250;

/**
 * Searches the space: the grid of its lists, or with `trials` as many settings drawn at random.
 *
 * Each trial has one thread and a random stream of its own, so that the results depend on the
 * search's seed alone, not on the number of workers or on which of them is done first. With
 * several rungs the search halves successively: the best of each rung are trained anew, for
 * longer. A trial that diverges is a result too.
 *
 * @param data XTrain, yTrain, XVal, yVal; all workers share it
 * @param space a list of values or a range for each of learningRate, reg, hiddenDim and lrDecay
 * @throws {TypeError} if an option or hyperparameter has an unknown name, or the data is of the wrong kind
 * @throws {RangeError} if an option, a value of the space or the data is out of range
 * @throws {Error} if all trials diverge, a worker dies twice in one trial, the file cannot be used,
 * or the sweep is interrupted; the signal's reason if it was aborted, and what `progress` throws
 * @example
 * const X = new RandomState(231).randn(60, 2);
 * const y = Array.from({ length: 60 }, (_, i) => (X.get(i, 0) > 0 ? 1 : 0));
 * const data = { XTrain: X.slice(0, 40), yTrain: y.slice(0, 40), XVal: X.slice(40), yVal: y.slice(40) };
 * const space = { learningRate: logUniform(0.01, 1), reg: [0, 0.1], hiddenDim: [5, 10] };
 * const { trials, best, bestModel } = await sweep(data, space, {
 *   trials: 4,
 *   rungs: [1, 3],
 *   numClasses: 2,
 *   batchSize: 10,
 *   weightScale: 0.1,
 *   file: "sweep.jsonl",
 * });
 * trials.length // 4
 * bestModel.params.W1.shape[1] === best.settings.hiddenDim // true
 */
export async function sweep(data: TrainingData, space: SearchSpace, options: SweepOptions = {}): Promise<SweepResult> {
  const settled = settleSweepOptions(options);
  const { file, common, workers, signal, progress } = settled;
  const trials = makeTrials(space, settled.trials, settled.seed);
  const shared = shareData(data, common.numClasses);
  const runFile = openRunFile(file, shared);
  const tally = new SweepTally(settled, trials.length, Math.max(Math.floor(shared.yTrain.length / common.batchSize), 1));
  const notes: string[] = [];
  const pool = await startTrialPool({
    data: shared, numTrials: trials.length, workers: Math.min(workers, trials.length), note: (text) => notes.push(text),
  });
  const search = new TrialSearch(settled, runFile, tally, pool);
  const telling = setInterval(() => search.tell(), PROGRESS_INTERVAL);
  const end = (): Promise<void> => {
    clearInterval(telling);
    return pool.stop();
  };
  const stop = listenForStop(signal, { end, describe: () => interruption(tally, file) });
  try {
    const [results, best, bestModel] = await Promise.race([searchBest(search, trials), stop.stopped, search.failed]);
    return { trials: results, best, bestModel, reusedRuns: search.reusedRuns, notes };
  } finally {
    stop.release();
    await end();
    await progress?.end();
  }
}

async function searchBest(
  search: TrialSearch,
  trials: readonly Trial[],
): Promise<[results: TrialResult[], best: TrialResult, bestModel: TwoLayerNet]> {
  const results = await search.climb(trials);
  const best = [...results].sort(compareStandings)[0];
  if (best.status === "diverged") {
    throw new Error(`sweep: all ${results.length} trials diverged; search lower learning rates, e.g. a tenth of these`);
  }
  return [results, best, await search.modelOf(best)];
}

function interruption(tally: SweepTally, file: string | null): string {
  const next = file === null ? "name a `file` to keep finished trainings in" : `the finished ones are kept in ${file}: start the sweep again to go on`;
  return `sweep: interrupted after ${tally.progressText}; ${next}`;
}
