import { describe, expect, it } from "vitest";
// The built package: worker threads do not run TypeScript.
import { NDArray, RandomState, useBackend } from "../../../dist/index.js";
import { measureGap, measureGaps } from "../../../dist/study/index.js";

const random = new RandomState(1);
const labels = (X: NDArray) => Array.from({ length: X.shape[0] }, (_, i) => Number(X.get(i, 0) > 0));
const [XTrain, XTest] = [random.randn(60, 20), random.randn(50, 20)];
const data = { XTrain, yTrain: labels(XTrain), XTest, yTest: labels(XTest) };
const quick = { numTraining: 30, hiddenDim: 6, batchSize: 10, learningRate: 1, steps: 40 };

describe("measureGaps", () => {
  it("gives what measureGap gives, in the order of the settings, on any number of threads", async () => {
    const settings = [{ ...quick, steps: 400 }, { ...quick, seed: 1 }, { ...quick, padding: "noise" as const, deviation: 1, seed: 2 }];
    const done: number[] = [];
    let ended = 0;
    const progress = { update: (count: number) => done.push(count), end: () => ended++ };
    const runs = await measureGaps(data, settings, { workers: 2, progress });
    useBackend("wasm", { threads: 1 });
    expect(runs).toEqual(settings.map((each) => measureGap(data, each)));
    expect(await measureGaps(data, settings, { workers: 1 })).toEqual(runs);
    expect([done, ended]).toEqual([[1, 2, 3], 1]);
  });

  it("makes one training of settings that differ in their steps alone, and measures it on its way", async () => {
    const settings = [{ ...quick, steps: 90 }, { ...quick, seed: 1 }, quick, { ...quick, steps: 60 }, quick];
    const done: number[] = [];
    const runs = await measureGaps(data, settings, { workers: 1, progress: { update: (count) => done.push(count), end: () => {} } });
    useBackend("wasm", { threads: 1 });
    expect(runs).toEqual(settings.map((each) => measureGap(data, each)));
    expect(done).toEqual([4, 5]);
    await expect(measureGaps(data, [quick, { ...quick, steps: 1.5 }])).rejects.toThrow(
      new RangeError("measureGap: expected steps to be a whole number of 1 or more, got 1.5"),
    );
  });

  it("has nothing to do for no settings", async () => {
    expect(await measureGaps(data, [])).toEqual([]);
  });

  it("passes on what is wrong with a setting, and ends its threads", async () => {
    await expect(measureGaps(data, [quick, { ...quick, numTraining: 61 }], { workers: 1 })).rejects.toThrow(
      new RangeError("measureGap: expected numTraining to be a whole number from 1 to 60, got 61"),
    );
  });

  it("refuses unknown options, and data that does not fit", async () => {
    await expect(measureGaps(data, [quick], { threads: 2 } as object)).rejects.toThrow(TypeError);
    await expect(measureGaps(data, [quick], { workers: 0 })).rejects.toThrow(
      new RangeError("measureGaps: expected workers to be a whole number from 1 to 64, got 0"),
    );
    await expect(measureGaps({ ...data, yTest: [0] }, [quick])).rejects.toThrow(
      new RangeError("measureGaps, yTest: expected y to have 50 labels, got 1"),
    );
  });

  it("stops when the cell that waits for it is interrupted", async () => {
    const work = measureGaps(data, [{ ...quick, steps: 1e8 }], { workers: 1 });
    const refused = expect(work).rejects.toThrow("measureGaps: interrupted after 0 of 1 runs");
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.emit("kernel:interrupt" as never);
    await refused;
  });
});
