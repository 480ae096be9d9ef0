import { describe, expect, it } from "vitest";
import { compareStandings, survivorCount, survivors } from "../../../src/study/sweep/halving.js";

const rung = (accuracies: readonly number[], diverged: readonly number[] = []) =>
  accuracies.map((bestValAcc, number) => ({ number, bestValAcc, divergence: diverged.includes(number) ? "left the numbers" : "" }));

describe("survivors", () => {
  it("are the best, in the order of their numbers", () => {
    expect(survivors(rung([0.1, 0.4, 0.2, 0.5, 0.3, 0.0]), 1 / 3)).toEqual([1, 3]);
    expect(survivors(rung([0.3, 0.2]), 1)).toEqual([0, 1]);
  });

  it("are the earlier of equal ones, in whatever order the rung comes", () => {
    const equal = rung([0.2, 0.3, 0.3, 0.3]);
    expect(survivors(equal, 0.5)).toEqual([1, 2]);
    expect(survivors([...equal].reverse(), 0.5)).toEqual([1, 2]);
  });

  it("have not diverged, even if fewer are left", () => {
    expect(survivors(rung([0.9, 0.2, 0.3], [0]), 1 / 3)).toEqual([2]);
    expect(survivors(rung([0.9, 0.2, 0.3], [0, 2]), 1)).toEqual([1]);
    expect(survivors(rung([0.1], [0]), 1)).toEqual([]);
  });
});

describe("survivorCount", () => {
  it("is the share rounded up, so that one at least goes on", () => {
    expect([9, 10, 4, 2, 1].map((count) => survivorCount(count, 1 / 3))).toEqual([3, 4, 2, 1, 1]);
    expect(survivorCount(100, 0.07)).toBe(7); // 100 * 0.07 is 7.000000000000001
    expect(survivorCount(5, 1e-3)).toBe(1);
  });
});

describe("compareStandings", () => {
  it("puts the best first and the diverged last", () => {
    const order = rung([0.1, 0.9, 0.5, 0.5], [1]).sort(compareStandings);
    expect(order.map(({ number }) => number)).toEqual([2, 3, 0, 1]);
  });
});
