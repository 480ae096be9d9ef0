import { expect, it } from "vitest";
import { gradientTable } from "../../src/notebook/gradientTable.js";

it("judges each error by its threshold", () => {
  const frame = gradientTable({ W1: 1.83e-8, b1: 1e-7, b2: 1.1e-7, W2: NaN }, 1e-7);
  expect(frame.columns).toEqual(["parameter", "relative error", "threshold", "verdict"]);
  expect(frame.values).toEqual([
    ["W1", 1.83e-8, 1e-7, "ok"],
    ["b1", 1e-7, 1e-7, "ok"],
    ["b2", 1.1e-7, 1e-7, "too large"],
    ["W2", NaN, 1e-7, "too large"],
  ]);
  expect(gradientTable({ dx: 1e-6, dw: 1e-9 }, { dx: 1e-5, dw: 1e-10 }).column("verdict").values).toEqual(["ok", "too large"]);
});

it("refuses thresholds that let everything pass or fail, and an empty table", () => {
  expect(() => gradientTable({ W1: 1 }, 0)).toThrow(new RangeError("gradientTable: expected a threshold above 0 for W1, got 0"));
  expect(() => gradientTable({ W1: 1 }, NaN)).toThrow(new RangeError("gradientTable: expected a threshold above 0 for W1, got NaN"));
  expect(() => gradientTable({ W1: 1 }, { W2: 1 })).toThrow(new RangeError("gradientTable: expected a threshold above 0 for W1, got none"));
  expect(() => gradientTable({ W1: 1 }, { W1: -1 })).toThrow(new RangeError("gradientTable: expected a threshold above 0 for W1, got -1"));
  expect(() => gradientTable({}, 1)).toThrow(new RangeError("gradientTable: expected the relative error of at least one parameter, got none"));
});
