import { describe, expect, it } from "vitest";
import { array, RandomState } from "../../../src/index.js";
import { padTrainingSet } from "../../../src/study/index.js";

const X = new RandomState(1).randn(50, 2, 4);
const y = new RandomState(2).randint(3, 6, 50);
const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

describe("padTrainingSet", () => {
  it("begins with the examples themselves", () => {
    for (const padding of ["duplicates", "noisy copies", "noise"] as const) {
      const [padded, labels] = padTrainingSet(X, y, padding);
      expect([padded.shape, labels.shape]).toEqual([[200, 2, 4], [200]]);
      expect(padded.slice(0, 50).toList()).toEqual(X.toList());
      expect(labels.slice(0, 50).toList()).toEqual(y.toList());
    }
  });

  it("adds every example again as a duplicate", () => {
    const [padded, labels] = padTrainingSet(array([[1, 2], [3, 4]]), [7, 8], "duplicates", { copies: 2 });
    expect(padded.toList()).toEqual([[1, 2], [3, 4], [1, 2], [3, 4], [1, 2], [3, 4]]);
    expect(labels.toList()).toEqual([7, 8, 7, 8, 7, 8]);
  });

  it("adds noise of the given deviation to copies, which keep their labels", () => {
    const [padded, labels] = padTrainingSet(X, y, "noisy copies", { copies: 1, deviation: 5, random: new RandomState(3) });
    const noise = Array.from(padded.slice(50).sub(X).data);
    expect(deviation(noise)).toBeGreaterThan(4.5);
    expect(deviation(noise)).toBeLessThan(5.5);
    expect(labels.slice(50).toList()).toEqual(y.toList());
  });

  it("adds noise alone, with labels at random from those there are", () => {
    const [padded, labels] = padTrainingSet(X.add(1000), y, "noise", { deviation: 5, random: new RandomState(3) });
    const noise = Array.from(padded.slice(50).data);
    expect(Math.abs(noise.reduce((sum, value) => sum + value, 0) / noise.length)).toBeLessThan(1);
    expect(deviation(noise)).toBeGreaterThan(4.5);
    expect(new Set(labels.slice(50).toList() as number[])).toEqual(new Set([3, 4, 5]));
    expect(labels.slice(50, 100).toList()).not.toEqual(y.toList());
  });

  it("repeats itself for a seed", () => {
    const make = (seed: number) => padTrainingSet(X, y, "noise", { random: new RandomState(seed) }).map((part) => part.toList());
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });

  it("refuses an unknown padding, copies that are no count, and labels that do not fit", () => {
    expect(() => padTrainingSet(X, y, "duplicate" as "duplicates")).toThrow(
      new RangeError('padTrainingSet: unknown padding "duplicate"; did you mean "duplicates"? Valid: "duplicates", "noisy copies", "noise"'),
    );
    expect(() => padTrainingSet(X, y, "noise", { copies: 0 })).toThrow(
      new RangeError("padTrainingSet: expected copies to be a whole number of 1 or more, got 0"),
    );
    expect(() => padTrainingSet(X, [1], "noise")).toThrow(new RangeError("padTrainingSet: expected y to have 50 labels, got 1"));
  });
});
