import { describe, expect, it } from "vitest";
import { openRunFile } from "../../../src/study/sweep/runFile.js";
import { shareData } from "../../../src/study/sweep/sharedData.js";
import { settleSweepOptions } from "../../../src/study/sweep/sweepOptions.js";
import { SweepTally } from "../../../src/study/sweep/sweepTally.js";
import type { TrialPool } from "../../../src/study/sweep/trialPool.js";
import { TrialSearch } from "../../../src/study/sweep/trialSearch.js";
import type { Trial } from "../../../src/study/sweep/trials.js";
import { tinyData } from "./tinyData.js";

/** Accuracies by trial, the same at each rung; -1 diverges when it is trained for 3 epochs. */
function search(accuracies: readonly number[]) {
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
    iterationsOf: () => 0,
    stop: async () => {},
  };
  const options = settleSweepOptions({ rungs: [1, 3], keep: 0.5, numClasses: 4 });
  const file = openRunFile(null, shareData(tinyData(), 4));
  const trials = accuracies.map((_, number): Trial => ({ number, settings: { learningRate: 1, reg: 0.5, hiddenDim: 5, lrDecay: 1 }, seed: number }));
  return { trained, trials, search: new TrialSearch(options, file, new SweepTally(options, trials.length, 1), pool) };
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
});
