/** The sweep's options: names, defaults, and what is accepted. */
import { findUpdateRule } from "../../nn/optim/findUpdateRule.js";
import { checkCount, checkNotNegative, checkWhole } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { defaultWorkers, MAX_WORKERS } from "../workers/workerCount.js";
import type { SweepProgress } from "./sweepProgress.js";
import type { CommonSettings } from "./trialRun.js";

/** Options of `sweep`. */
export interface SweepOptions extends Partial<CommonSettings> {
  /** how many trials to draw at random; without, the grid of all combinations of the space's lists */
  readonly trials?: number | null;
  /** of all random numbers of the search, 0..2³²-1; default 0 */
  readonly seed?: number;
  /** epochs that the trials of each rung are trained for, growing; default [10]: no early stopping */
  readonly rungs?: readonly number[];
  /** share of a rung's trials that goes on to the next, above 0 to 1; default a third */
  readonly keep?: number;
  /** threads to train in, 1 to 64; default as many as cores, up to 16 and to what memory allows. It changes the time, not the results */
  readonly workers?: number;
  /** keeps the runs in this file, as lines of JSON, and takes from it those that it has; default none */
  readonly file?: string | null;
  /** is told how far the sweep has come */
  readonly progress?: SweepProgress | null;
  /** stops the sweep when it is aborted */
  readonly signal?: AbortSignal | undefined;
}

/** Options with nothing left open. */
export interface SettledSweepOptions extends Required<Omit<SweepOptions, keyof CommonSettings | "signal">> {
  readonly signal: AbortSignal | undefined;
  readonly common: CommonSettings;
}

type FilledOptions = Omit<SettledSweepOptions, "common"> & CommonSettings;

/**
 * @throws {TypeError} if an option has an unknown name
 * @throws {RangeError} if an update rule is unknown or a value is out of range
 */
export function settleSweepOptions(options: SweepOptions): SettledSweepOptions {
  const { batchSize, updateRule, weightScale, numClasses, dtype, ...rest } = fillOptions<FilledOptions>("sweep", options, {
    batchSize: 100,
    updateRule: "sgd",
    weightScale: 1e-3,
    numClasses: 10,
    dtype: "float64",
    trials: null,
    seed: 0,
    rungs: [10],
    keep: 1 / 3,
    workers: defaultWorkers(),
    file: null,
    progress: null,
    signal: undefined,
  });
  const settled = { ...rest, common: { batchSize, updateRule, weightScale, numClasses, dtype } };
  checkSearch(settled);
  checkCommon(settled.common);
  return settled;
}

function checkSearch({ trials, seed, rungs, keep, workers }: SettledSweepOptions): void {
  if (trials !== null) checkCount("sweep", "trials", trials);
  checkWhole("sweep", "seed", seed, 0, 2 ** 32 - 1);
  if (!Array.isArray(rungs) || rungs.length === 0 || rungs.some((epochs, i) => !Number.isSafeInteger(epochs) || epochs <= (rungs[i - 1] ?? 0))) {
    throw new RangeError(`sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got [${String(rungs)}]`);
  }
  if (!(keep > 0 && keep <= 1)) throw new RangeError(`sweep: expected keep to be a share above 0 to 1, got ${keep}`);
  checkWhole("sweep", "workers", workers, 1, MAX_WORKERS);
}

function checkCommon({ batchSize, updateRule, weightScale, numClasses, dtype }: CommonSettings): void {
  checkCount("sweep", "batchSize", batchSize);
  checkCount("sweep", "numClasses", numClasses);
  checkNotNegative("sweep", "weightScale", weightScale);
  findUpdateRule("sweep", updateRule);
  if (dtype !== "float64" && dtype !== "float32") {
    throw new RangeError(`sweep: expected dtype to be "float64" or "float32", got ${JSON.stringify(dtype)}`);
  }
}
