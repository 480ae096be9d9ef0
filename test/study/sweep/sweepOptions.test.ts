import { describe, expect, it } from "vitest";
import type { SweepOptions } from "../../../src/study/index.js";
import { settleSweepOptions } from "../../../src/study/sweep/sweepOptions.js";
import { defaultWorkers } from "../../../src/study/workers/workerCount.js";

describe("settleSweepOptions", () => {
  it("fills in the defaults", () => {
    expect(settleSweepOptions({ trials: 5, batchSize: 200 })).toEqual({
      trials: 5, seed: 0, rungs: [10], keep: 1 / 3, workers: defaultWorkers(), file: null, progress: null, signal: undefined,
      common: { batchSize: 200, updateRule: "sgd", weightScale: 1e-3, numClasses: 10, dtype: "float64" },
    });
  });

  it("takes both kinds of numbers, and keeps all where all are to go on", () => {
    const { keep, common } = settleSweepOptions({ keep: 1, dtype: "float32" });
    expect([keep, common.dtype]).toEqual([1, "float32"]);
  });

  it.each([
    [{ trial: 3 }, TypeError, /^sweep: unknown option "trial"; did you mean "trials"\? Valid: /],
    [{ trials: 0 }, RangeError, "sweep: expected trials to be a whole number of 1 or more, got 0"],
    [{ seed: -1 }, RangeError, "sweep: expected seed to be a whole number from 0 to 4294967295, got -1"],
    [{ rungs: [] }, RangeError, "sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got []"],
    [{ rungs: [3, 3] }, RangeError, "sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got [3,3]"],
    [{ rungs: [0, 3] }, RangeError, "sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got [0,3]"],
    [{ rungs: [1.5] }, RangeError, "sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got [1.5]"],
    [{ rungs: 5 }, RangeError, "sweep: expected rungs to be growing whole numbers of epochs such as [1, 3, 9], got [5]"],
    [{ keep: 0 }, RangeError, "sweep: expected keep to be a share above 0 to 1, got 0"],
    [{ keep: 2 }, RangeError, "sweep: expected keep to be a share above 0 to 1, got 2"],
    [{ workers: 65 }, RangeError, "sweep: expected workers to be a whole number from 1 to 64, got 65"],
    [{ batchSize: 0 }, RangeError, "sweep: expected batchSize to be a whole number of 1 or more, got 0"],
    [{ numClasses: 0 }, RangeError, "sweep: expected numClasses to be a whole number of 1 or more, got 0"],
    [{ weightScale: -1 }, RangeError, "sweep: expected weightScale to be a number of 0 or more, got -1"],
    [{ updateRule: "adagrad" }, RangeError, /^sweep: unknown update rule "adagrad"/],
    [{ dtype: "int32" }, RangeError, 'sweep: expected dtype to be "float64" or "float32", got "int32"'],
  ])("refuses %j", (options, kind, text) => {
    const settle = () => settleSweepOptions(options as SweepOptions);
    expect(settle).toThrow(kind);
    expect(settle).toThrow(typeof text === "string" ? new kind(text) : text);
  });
});
