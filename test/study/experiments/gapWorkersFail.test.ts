import { expect, it, vi } from "vitest";
import { RandomState } from "../../../src/index.js";
import { measureGaps } from "../../../src/study/index.js";

vi.mock("../../../dist/study/workers/node/programs.js", () => ({ programs: { gap: new URL("./noGapWorker.js", import.meta.url) } }));

it("fails where workers cannot start, instead of waiting for them", async () => {
  const X = new RandomState(1).randn(20, 3);
  const y = Array.from({ length: 20 }, (_, i) => i % 2);
  const told: string[] = [];
  const progress = { update: () => told.push("update"), end: () => told.push("end") };
  const settings = [{ numTraining: 10 }, { numTraining: 12 }, { numTraining: 14 }];
  await expect(measureGaps({ XTrain: X, yTrain: y, XTest: X, yTest: y }, settings, { workers: 2, progress })).rejects.toThrow(/noGapWorker/);
  expect(told).toEqual(["end"]);
});
