import { expect, it } from "vitest";
import { historyTable } from "../../src/notebook/historyTable.js";

it("has a row for the first check and one for each epoch, with the epoch's mean loss", () => {
  const frame = historyTable({ lossHistory: [3, 1, 2, 4], trainAccHistory: [0.1, 0.2, 0.3], valAccHistory: [0.15, 0.25, 0.35] });
  expect(frame.columns).toEqual(["epoch", "train accuracy", "validation accuracy", "loss"]);
  expect(frame.values).toEqual([[0, 0.1, 0.15, 3], [1, 0.2, 0.25, 2], [2, 0.3, 0.35, 3]]);
});

it("takes a training that was interrupted in its second epoch, if told how long one is", () => {
  const frame = historyTable({ lossHistory: [3, 1, 9], trainAccHistory: [0.1, 0.2], valAccHistory: [0.15, 0.25] }, 2);
  expect(frame.column("loss").values).toEqual([3, 2]);
});

it("takes one that never finished an epoch", () => {
  const frame = historyTable({ lossHistory: [3, 1, 9], trainAccHistory: [0.1], valAccHistory: [0.15] });
  expect(frame.values).toEqual([[0, 0.1, 0.15, 3]]);
});

it("takes the mean over what there is of an epoch, and one iteration for each at least", () => {
  expect(historyTable({ lossHistory: [3, 1, 2, 4, 6], trainAccHistory: [0, 0, 0], valAccHistory: [0, 0, 0] }).column("loss").values).toEqual([3, 2, 3]);
  expect(historyTable({ lossHistory: [3, 1, 2, 4, 6], trainAccHistory: [0, 0, 0], valAccHistory: [0, 0, 0] }, 3).column("loss").values).toEqual([3, 2, 5]);
  expect(historyTable({ lossHistory: [3], trainAccHistory: [0, 0], valAccHistory: [0, 0] }).column("loss").values).toEqual([3, 3]);
});

it("refuses histories that are empty or do not belong together", () => {
  const message = "historyTable: expected histories of a training, got";
  expect(() => historyTable({ lossHistory: [], trainAccHistory: [], valAccHistory: [] })).toThrow(new RangeError(`${message} 0 losses, 0 train and 0 validation accuracies`));
  expect(() => historyTable({ lossHistory: [1], trainAccHistory: [1, 1], valAccHistory: [1] })).toThrow(new RangeError(`${message} 1 losses, 2 train and 1 validation accuracies`));
  expect(() => historyTable({ lossHistory: [], trainAccHistory: [1], valAccHistory: [1] })).toThrow(new RangeError(`${message} 0 losses, 1 train and 1 validation accuracies`));
  expect(() => historyTable({ lossHistory: [1], trainAccHistory: [], valAccHistory: [] })).toThrow(new RangeError(`${message} 1 losses, 0 train and 0 validation accuracies`));
});
