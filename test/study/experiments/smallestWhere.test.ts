import { describe, expect, it } from "vitest";
import { smallestWhere } from "../../../src/study/index.js";

describe("smallestWhere", () => {
  it("finds the point to the last bit", () => {
    expect(smallestWhere((x) => x >= 0.3, 0, 1)).toBe(0.3);
    expect(smallestWhere((x) => x * x >= 2, 0, 2)).toBe(1.4142135623730951);
    expect(smallestWhere((x) => x > 0, -1, 1)).toBe(Number.MIN_VALUE);
    expect(smallestWhere((x) => x > -700, -1000, 0)).toBeCloseTo(-700, 12);
  });

  it("gives high if it holds nowhere below", () => {
    expect(smallestWhere((x) => x >= 1, 0, 1)).toBe(1);
  });

  it("refuses limits between which nothing changes, or the wrong way round", () => {
    expect(() => smallestWhere(() => true, 0, 1)).toThrow(new RangeError("smallestWhere: expected false at 0 and true at 1, got true and true"));
    expect(() => smallestWhere((x) => x < 0.5, 0, 1)).toThrow(new RangeError("smallestWhere: expected false at 0 and true at 1, got true and false"));
  });
});
