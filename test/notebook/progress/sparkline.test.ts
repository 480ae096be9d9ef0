import { describe, expect, it } from "vitest";
import { sparkline, Trend } from "../../../src/notebook/progress/sparkline.js";

describe("sparkline", () => {
  it("goes from the smallest to the largest number", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline([2.3, 1.15, 0])).toBe("█▅▁");
    expect(sparkline([5, 5])).toBe("▁▁");
    expect(sparkline([5, 5.5, 6])).toBe("▁▅█");
    expect(sparkline([-3, -1])).toBe("▁█");
    expect(sparkline([])).toBe("");
  });

  it("leaves a blank for what is no number", () => {
    expect(sparkline([1, NaN, 2, Infinity])).toBe("▁ █ ");
  });
});

describe("Trend", () => {
  const trendOf = (numbers: readonly number[]) => {
    const trend = new Trend();
    for (const x of numbers) trend.push(x);
    return trend.means;
  };

  it("keeps few numbers as they are", () => {
    expect(trendOf([3, 1, 2])).toEqual([3, 1, 2]);
  });

  it("keeps at most 24 means of equal shares, the last of what is left over", () => {
    expect(trendOf(Array.from({ length: 24 }, (_, i) => i))).toEqual(Array.from({ length: 12 }, (_, i) => 2 * i + 0.5));
    const long = trendOf(Array.from({ length: 4901 }, (_, i) => i));
    expect(long.length).toBeLessThanOrEqual(24);
    expect(long.slice(0, 2)).toEqual([127.5, 383.5]);
    // 4901 = 19 · 256 + 37
    expect(long.at(-1)).toBe((4864 + 4900) / 2);
  });
});
