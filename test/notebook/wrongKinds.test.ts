/** What a notebook's cell gives by mistake is refused with what was expected and what came. */
import { expect, test } from "vitest";
import { gradientTable } from "../../src/notebook/gradientTable.js";
import { historyTable } from "../../src/notebook/historyTable.js";
import { startProgress } from "../../src/notebook/progress.js";
import { imageBundle } from "../../src/notebook/showImage.js";
import { sweepTable } from "../../src/notebook/sweepTable.js";

test.each([
  [() => gradientTable(null as never, 1e-6), "gradientTable: expected relativeErrors to be an object such as { W1: 1.83e-8 }, got null"],
  [() => historyTable(undefined as never), "historyTable: expected lossHistory to be a list, got undefined"],
  [() => historyTable({ lossHistory: [1], trainAccHistory: [0] } as never), "historyTable: expected valAccHistory to be a list, got undefined"],
  [() => sweepTable({ trials: [] } as never), "sweepTable: expected records to be a list, got an object with trials"],
  [() => sweepTable([1] as never), "sweepTable: expected every record to be an object such as { lr: 1e-3, valAcc: 0.48 }, got 1"],
  [() => imageBundle([[0, 255]] as never, "two pixels"), "showImage: expected an NDArray or { data, shape }, got a list of 1"],
  [() => imageBundle(undefined as never, "nothing"), "showImage: expected an NDArray or { data, shape }, got undefined"],
  [() => startProgress(100 as never), 'startProgress: expected options to be an object such as { label: "Training", total: 100 }, got 100'],
])("%s", (call, text) => {
  expect(call).toThrow(new TypeError(text));
});

test("no threshold is told of as a threshold that is missing", () => {
  expect(() => gradientTable({ W1: 1 }, undefined as never)).toThrow(new RangeError("gradientTable: expected a threshold above 0 for W1, got none"));
});
