import { describe, expect, it } from "vitest";
import { listenToProgress } from "../../../src/study/workers/progressListener.js";
// The built package: worker threads do not run TypeScript.
import { RandomState } from "../../../dist/index.js";
import { measureGaps, sweep } from "../../../dist/study/index.js";

const trouble = new Error("no room on the page");
/** Ways in which a listener fails. */
const throwing = {
  "at once": () => {
    throw trouble;
  },
  "in its promise": async () => {
    throw trouble;
  },
  "later": () => new Promise<void>((_, reject) => setTimeout(() => reject(trouble), 1)),
};

describe("listenToProgress", () => {
  it.each(Object.entries(throwing))("gives back what a listener throws %s, the first of it", async (_, update) => {
    const { tell, failed } = listenToProgress(update);
    tell(1);
    tell(2);
    await expect(failed).rejects.toBe(trouble);
  });

  it("hands on states, and tells nobody where there is nobody", () => {
    const states: number[] = [];
    listenToProgress((state: number) => states.push(state)).tell(5);
    listenToProgress(null).tell(6);
    expect(states).toEqual([5]);
  });
});

describe("work whose listener throws fails, and the process lives", () => {
  const X = new RandomState(1).randn(30, 4);
  const y = X.sum(1).map((sum) => Number(sum > 0));
  const data = { XTrain: X, yTrain: y, XVal: X, yVal: y };
  const gapData = { XTrain: X, yTrain: y, XTest: X, yTest: y };

  it.each(Object.entries(throwing))("sweep, from its timer, %s", async (_, update) => {
    // Endless: only the timer tells of it.
    const endless = { numClasses: 2, batchSize: 30, rungs: [1e8], workers: 1, progress: { update, end: () => {} } };
    await expect(sweep(data, { learningRate: [0.01] }, endless)).rejects.toBe(trouble);
  });

  it.each(Object.entries(throwing))("measureGaps, %s", async (_, update) => {
    const settings = [{ steps: 1, numTraining: 9 }, { steps: 1e8, numTraining: 10 }];
    await expect(measureGaps(gapData, settings, { workers: 2, progress: { update, end: () => {} } })).rejects.toBe(trouble);
  });

  it("at the end, too", async () => {
    const progress = { update: () => {}, end: throwing["in its promise"] };
    await expect(measureGaps(gapData, [{ steps: 1, numTraining: 9 }], { workers: 1, progress })).rejects.toBe(trouble);
    const options = { numClasses: 2, batchSize: 30, rungs: [1], workers: 1, progress };
    await expect(sweep(data, { learningRate: [0.01] }, options)).rejects.toBe(trouble);
  });
});
