import { describe, expect, it } from "vitest";
import { settleSweepOptions } from "../../../src/study/sweep/sweepOptions.js";
import { SweepTally } from "../../../src/study/sweep/sweepTally.js";

const tally = () => new SweepTally(settleSweepOptions({ rungs: [1, 3, 9], keep: 1 / 3 }), 9, 40);
const still = () => 0;

describe("SweepTally", () => {
  it("plans all rungs at the start", () => {
    const counts = tally();
    counts.beginRung(0, 9);
    expect(counts.state(still)).toEqual({
      iteration: 0, numIterations: 40 * (9 * 1 + 3 * 3 + 1 * 9), rung: 1, numRungs: 3, runs: 0, numRuns: 13, bestValAcc: 0,
    });
  });

  it("counts what is done and what is under way", () => {
    const counts = tally();
    counts.beginRung(0, 9);
    counts.beginRun(4);
    counts.beginRun(5);
    counts.endRun(4, 0.2);
    const iterations = [0, 0, 0, 0, 99, 7];
    expect(counts.state((trial) => iterations[trial])).toMatchObject({ iteration: 40 + 7, runs: 1, bestValAcc: 0.2 });
    expect(counts.progressText).toBe("1 of 13 trainings");
    counts.endRun(5, 0.1);
    expect(counts.state(still)).toMatchObject({ iteration: 80, runs: 2, bestValAcc: 0.2 });
  });

  it("takes what diverged trials do without as done", () => {
    const counts = tally();
    counts.beginRung(0, 9);
    for (let trial = 0; trial < 9; trial++) counts.endRun(trial, 0.1);
    counts.beginRung(1, 2);
    expect(counts.state(still)).toMatchObject({ iteration: 360 + 120, numIterations: 1080, rung: 2, runs: 10, numRuns: 13 });
    counts.endRun(0, 0.1);
    counts.endRun(1, 0.1);
    counts.beginRung(2, 0);
    expect(counts.state(still)).toMatchObject({ iteration: 1080, numIterations: 1080, rung: 3, runs: 13, numRuns: 13 });
  });
});
