import { describe, expect, it } from "vitest";
import { type GapRun, gapSummary } from "../../../src/study/index.js";

const run = (reg: number, trainAcc: number, testAcc: number, weights = 1): GapRun => ({
  numTraining: 10, hiddenDim: 5, reg, steps: 1, batchSize: 1, learningRate: 1, seed: 0,
  padding: "none", deviation: 30, trainAcc, testAcc, gap: trainAcc - testAcc, weights,
});

describe("gapSummary", () => {
  it("has a row for each value, smallest first, with means and sample deviations", () => {
    const rows = gapSummary([run(10, 0.5, 0.5), run(2, 1, 0.25, 3), run(2, 0.5, 0.25, 5)], "reg");
    // np.std([1, .5], ddof=1), np.std([.75, .25], ddof=1)
    expect(rows[0]).toEqual({
      value: 2, runs: 2, train: 0.75, trainSd: 0.3535533905932738, test: 0.25, testSd: 0, gap: 0.5, gapSd: 0.3535533905932738, weights: 4,
    });
    expect(rows[1]).toMatchObject({ value: 10, runs: 1, train: 0.5, test: 0.5, gap: 0, trainSd: NaN });
    expect(rows).toHaveLength(2);
  });
});
