import { describe, expect, it } from "vitest";
import { array, RandomState, zeros } from "../../../src/index.js";
import { exampleByExample } from "../../../src/study/index.js";

describe("exampleByExample", () => {
  it("steps against error times input", () => {
    // w·x is 0 where it should be 3 - 2 = 1: w += 0.5·1·(1, 2); then 1.5 where it should be 2: w += 0.5·0.5·(1, 1)
    const path = exampleByExample(array([[1, 2], [1, 1]]), array([3, -1]), 0.5);
    expect(path.toList()).toEqual([[0, 0], [0.5, 1], [0.75, 1.25]]);
  });

  it("arrives at the target", () => {
    const path = exampleByExample(new RandomState(1).randn(500, 3), array([1, -2, 0.5]), 0.1);
    expect(path.shape).toEqual([501, 3]);
    expect(path.slice(500).sub(array([1, -2, 0.5])).abs().max()).toBeLessThan(1e-6);
  });

  it("refuses inputs of another width than the target", () => {
    expect(() => exampleByExample(zeros([4, 3]), array([1, 2]), 0.1)).toThrow(
      new RangeError("exampleByExample: expected inputs to have shape (N, 2), got (4, 3)"),
    );
  });
});
