import { expect, it } from "vitest";
// The source: its worker's program is not beside it, as it would be after a build.
import { RandomState } from "../../../src/index.js";
import { measureGaps } from "../../../src/study/index.js";

it("fails where workers cannot start, instead of waiting for them", async () => {
  const X = new RandomState(1).randn(20, 3);
  const y = Array.from({ length: 20 }, (_, i) => i % 2);
  const told: string[] = [];
  const progress = { update: () => told.push("update"), end: () => told.push("end") };
  const settings = [{ numTraining: 10 }, { numTraining: 12 }, { numTraining: 14 }];
  await expect(measureGaps({ XTrain: X, yTrain: y, XTest: X, yTest: y }, settings, { workers: 2, progress })).rejects.toThrow(/gapWorker/);
  expect(told).toEqual(["end"]);
});
