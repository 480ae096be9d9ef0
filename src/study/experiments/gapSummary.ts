/** Runs with different seeds brought together: the mean of each setting, and how far the runs scatter. */
import type { GapRun } from "./measureGap.js";

/** Means over the runs of one value of a setting, and their standard deviations (over n - 1). */
export interface GapRow {
  /** of the setting */
  readonly value: number;
  readonly runs: number;
  readonly train: number;
  readonly trainSd: number;
  readonly test: number;
  readonly testSd: number;
  readonly gap: number;
  readonly gapSd: number;
  /** mean length of the weights */
  readonly weights: number;
}

/**
 * One row for each value of a setting, smallest first.
 *
 * @param setting the one that differs, besides the seed
 * @example
 * const run = { numTraining: 100, trainAcc: 0.9, testAcc: 0.4, gap: 0.5, weights: 3 };
 * const [row] = gapSummary([run, { ...run, testAcc: 0.6, gap: 0.3 }], "numTraining");
 * [row.runs, row.gap] // [ 2, 0.4 ]
 */
export function gapSummary(runs: readonly GapRun[], setting: "numTraining" | "hiddenDim" | "reg"): GapRow[] {
  const values = [...new Set(runs.map((run) => run[setting]))].sort((a, b) => a - b);
  return values.map((value) => {
    const group = runs.filter((run) => run[setting] === value);
    const [train, trainSd] = meanAndDeviation(group.map(({ trainAcc }) => trainAcc));
    const [test, testSd] = meanAndDeviation(group.map(({ testAcc }) => testAcc));
    const [gap, gapSd] = meanAndDeviation(group.map((run) => run.gap));
    const [weights] = meanAndDeviation(group.map((run) => run.weights));
    return { value, runs: group.length, train, trainSd, test, testSd, gap, gapSd, weights };
  });
}

/** NaN as the deviation of a single number. */
function meanAndDeviation(values: readonly number[]): [mean: number, deviation: number] {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (n - 1))];
}
