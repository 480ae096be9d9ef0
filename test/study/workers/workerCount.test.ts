import { describe, expect, it } from "vitest";
import { defaultWorkers, MAX_WORKERS } from "../../../src/study/workers/workerCount.js";

const GB = 2 ** 30;

describe("defaultWorkers", () => {
  it.each([
    ["a laptop", 8, 16 * GB, 8],
    ["a large machine", 96, 512 * GB, 16],
    ["a container of 2 GB on 64 cores", 64, 2 * GB, 8],
    ["half a GB", 4, GB / 2, 2],
    ["hardly anything", 4, GB / 8, 1],
    ["a limit beyond what there is", 2, 2 ** 64, 2],
  ])("%s", (_, cores, memory, expected) => {
    expect(defaultWorkers({ cores, memory })).toBe(expected);
  });

  it("knows this machine", () => {
    expect(defaultWorkers()).toBeGreaterThanOrEqual(1);
    expect(defaultWorkers()).toBeLessThanOrEqual(Math.min(16, MAX_WORKERS));
  });
});
