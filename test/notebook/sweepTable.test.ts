import { describe, expect, it } from "vitest";
import { sweepTable } from "../../src/notebook/sweepTable.js";

const runs = [{ lr: 1e-3, valAcc: 0.4 }, { lr: 1e-4, valAcc: NaN }, { lr: 3e-4, valAcc: 0.5 }, { lr: 1e-2 }];

describe("sweepTable", () => {
  it("keeps the order of the runs, with a column for everything that one of them has", () => {
    const frame = sweepTable([{ lr: 1e-3 }, { hidden: 50, note: "wide" }]);
    expect(frame.columns).toEqual(["lr", "hidden", "note"]);
    expect(frame.values).toEqual([[1e-3, NaN, NaN], [NaN, 50, "wide"]]);
    expect(frame.index).toEqual([0, 1]);
  });

  it("sorts the best first, with the place of each run as its label, and the failed ones last", () => {
    const frame = sweepTable(runs, { sortBy: "valAcc" });
    expect(frame.index).toEqual([2, 0, 1, 3]);
    expect(frame.column("valAcc").values).toEqual([0.5, 0.4, NaN, NaN]);
    expect(sweepTable(runs, { sortBy: "valAcc", ascending: true }).index).toEqual([0, 2, 1, 3]);
    expect(sweepTable([{ rule: "sgd" }, { rule: "adam" }], { sortBy: "rule", ascending: true }).index).toEqual([1, 0]);
  });

  it("keeps the order of equal ones, either way", () => {
    const ties = [{ valAcc: 0.4 }, { valAcc: 0.5 }, { valAcc: 0.4 }, { valAcc: NaN }, {}, { valAcc: 0.4 }];
    expect(sweepTable(ties, { sortBy: "valAcc" }).index).toEqual([1, 0, 2, 5, 3, 4]);
    expect(sweepTable(ties, { sortBy: "valAcc", ascending: true }).index).toEqual([0, 2, 5, 1, 3, 4]);
  });

  it("groups", () => {
    const frame = sweepTable([{ hidden: 50, valAcc: 0.4 }, { hidden: 100, valAcc: 0.5 }, { hidden: 50, valAcc: 0.45 }]);
    expect(frame.groupby(["hidden"]).col(["valAcc"]).max().values).toEqual([[50, 0.45], [100, 0.5]]);
  });

  it("refuses no runs, and a column that there is not", () => {
    expect(() => sweepTable([])).toThrow(new RangeError("sweepTable: expected at least one run, got none"));
    expect(() => sweepTable(runs, { sortBy: "acc" })).toThrow(new RangeError("sweepTable: expected sortBy to be one of lr, valAcc, got acc"));
  });
});
