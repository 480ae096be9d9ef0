import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRunFile } from "../../../src/study/sweep/runFile.js";
import { shareData } from "../../../src/study/sweep/sharedData.js";
import { settleSweepOptions } from "../../../src/study/sweep/sweepOptions.js";
import { SweepTally } from "../../../src/study/sweep/sweepTally.js";
import type { SweepState } from "../../../src/study/sweep/sweepProgress.js";
import type { TrialPool } from "../../../src/study/sweep/trialPool.js";
import { TrialSearch } from "../../../src/study/sweep/trialSearch.js";
import type { Trial } from "../../../src/study/sweep/trials.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { tinyData } from "./tinyData.js";

/** Accuracies by trial, the same at each rung; -1 diverges when it is trained for 3 epochs. */
function search(accuracies: readonly number[], path: string | null = null) {
  const trained: string[] = [];
  const pool: TrialPool = {
    async run({ trial: { number }, epochs }) {
      trained.push(`${number}:${epochs}`);
      // the earlier trials take longer
      await new Promise((resolve) => setTimeout(resolve, 5 * (accuracies.length - number)));
      const accuracy = accuracies[number];
      const divergence = accuracy < 0 && epochs === 3 ? "left the numbers" : "";
      const run = { epochs, divergence, bestValAcc: Math.abs(accuracy), trainAccHistory: [], valAccHistory: [], epochLosses: [] };
      const weights = (rows: number, columns: number) => ({ data: new Float64Array(rows * columns).fill(number), shape: [rows, columns] });
      const biases = (length: number) => ({ data: new Float64Array(length), shape: [length] });
      return { run, params: { W1: weights(12, 5), b1: biases(5), W2: weights(5, 4), b2: biases(4) } };
    },
    iterationsOf: (number) => 10 * number,
    stop: async () => {},
  };
  const told: SweepState[] = [];
  const progress = { update: (state: SweepState) => told.push(state), end: () => {} };
  const options = settleSweepOptions({ rungs: [1, 3], keep: 0.5, numClasses: 4, progress });
  const file = openRunFile(path, shareData(tinyData(), 4));
  const trials = accuracies.map((_, number): Trial => ({ number, settings: { learningRate: 1, reg: 0.5, hiddenDim: 5, lrDecay: 1 }, seed: number }));
  return { trained, trials, told, search: new TrialSearch(options, file, new SweepTally(options, trials.length, 1), pool) };
}

describe("TrialSearch", () => {
  it("trains the better half for longer, whoever is done first", async () => {
    const { search: halving, trials, trained } = search([0.4, 0.1, 0.3, 0.2]);
    const results = await halving.climb(trials);
    expect(trained).toEqual(["0:1", "1:1", "2:1", "3:1", "0:3", "2:3"]);
    expect(results.map(({ number, epochs, status }) => [number, epochs, status])).toEqual([
      [0, 3, "finished"], [1, 1, "stopped"], [2, 3, "finished"], [3, 1, "stopped"],
    ]);
  });

  it("has kept the best parameters, and does not train for them again", async () => {
    const { search: halving, trials, trained } = search([0.4, 0.1, 0.3, 0.2]);
    const [best] = await halving.climb(trials);
    const model = await halving.modelOf(best!);
    expect([model.params.W1.get(0, 0), model.params.W1.shape, model.reg]).toEqual([0, [12, 5], 0.5]);
    expect(trained).toHaveLength(6);
  });

  it("trains for others once more, as when the best of before has diverged later", async () => {
    const { search: halving, trials, trained } = search([0.2, -0.4, 0.1, 0.3]);
    const results = await halving.climb(trials);
    expect(results.map(({ status }) => status)).toEqual(["stopped", "diverged", "stopped", "finished"]);
    const model = await halving.modelOf(results[3]);
    expect(model.params.W1.get(0, 0)).toBe(3);
    expect(trained).toEqual(["0:1", "1:1", "2:1", "3:1", "1:3", "3:3", "3:3"]);
  });

  it("takes from the file what it knows, and trains only for the network", async () => {
    const path = join(temporaryFolder(), "runs.jsonl");
    const first = search([0.4, 0.1, 0.3, 0.2], path);
    const results = await first.search.climb(first.trials);
    expect(first.search.reusedRuns).toBe(0);

    const again = search([0.4, 0.1, 0.3, 0.2], path);
    expect(await again.search.climb(again.trials)).toEqual(results);
    expect([again.search.reusedRuns, again.trained]).toEqual([6, []]);
    const model = await again.search.modelOf(results[2]);
    expect(model.params.W1.get(0, 0)).toBe(2);
    expect(again.trained).toEqual(["2:3"]);
  });

  it("trains once more for a result of the same trial that was another", async () => {
    const { search: halving, trials, trained } = search([0.4, 0.1, 0.3, 0.2]);
    const [best] = await halving.climb(trials);
    await halving.modelOf({ ...best, bestValAcc: 0.1, epochs: 1 });
    expect(trained.slice(6)).toEqual(["0:1"]);
    await halving.modelOf(best);
    expect(trained).toHaveLength(7);
  });

  it("keeps the parameters of the longer training where the shorter did as well", async () => {
    const { search: halving, trials } = search([0.2, 0.4]);
    const marks: unknown[] = [];
    const results = await halving.climb(trials);
    for (const result of results) marks.push((await halving.modelOf(result)).params.W1.get(0, 0));
    expect(marks).toEqual([0, 1]);
    expect(results.map(({ epochs }) => epochs)).toEqual([1, 3]);
  });

  it("tells after every training how many iterations are done, those under way among them", async () => {
    const { search: halving, trials, told } = search([0.1, 0.2]);
    await halving.climb(trials);
    expect(told.map(({ runs, rung, bestValAcc }) => [runs, rung, bestValAcc])).toEqual([[1, 1, 0.2], [2, 1, 0.2], [3, 2, 0.2]]);
    // Trial 1 is done first: one epoch of one iteration; trial 0 is still at its tenfold 0.
    expect(told.map(({ iteration }) => iteration)).toEqual([1, 2, 5]);
    halving.tell();
    expect(told).toHaveLength(4);
  });
});
