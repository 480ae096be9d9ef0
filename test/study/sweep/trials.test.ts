import { describe, expect, it } from "vitest";
import { RandomState } from "../../../src/index.js";
import { logUniform, uniform } from "../../../src/study/index.js";
import { makeTrials } from "../../../src/study/sweep/trials.js";

describe("makeTrials of a grid", () => {
  it("combines the lists, the last varying fastest, with defaults for the rest", () => {
    const trials = makeTrials({ hiddenDim: [20, 50], learningRate: [1e-4, 1e-3] }, null, 0);
    expect(trials.map(({ settings }) => settings)).toEqual([
      { learningRate: 1e-4, reg: 0, hiddenDim: 20, lrDecay: 1 },
      { learningRate: 1e-4, reg: 0, hiddenDim: 50, lrDecay: 1 },
      { learningRate: 1e-3, reg: 0, hiddenDim: 20, lrDecay: 1 },
      { learningRate: 1e-3, reg: 0, hiddenDim: 50, lrDecay: 1 },
    ]);
    expect(trials.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
    const random = new RandomState(0);
    expect(trials.map(({ seed }) => seed)).toEqual([0, 1, 2, 3].map(() => random.randint(2 ** 31)));
  });

  it("refuses ranges", () => {
    expect(() => makeTrials({ reg: uniform(0, 1) }, null, 0)).toThrow(
      new RangeError("sweep: expected lists of values for a grid, got a range for reg; list its values, or say with `trials` how many to draw"),
    );
  });
});

describe("makeTrials at random", () => {
  const space = { learningRate: logUniform(1e-4, 1e-2), reg: uniform(0.1, 0.5), hiddenDim: uniform(20, 90), lrDecay: [0.9, 0.95, 1] };

  it("draws in the documented order", () => {
    const random = new RandomState(5);
    for (const { settings, seed } of makeTrials(space, 3, 5)) {
      expect(settings.learningRate).toBe(1e-4 * (1e-2 / 1e-4) ** random.randomSample());
      expect(settings.reg).toBe(0.1 + (0.5 - 0.1) * random.randomSample());
      expect(settings.hiddenDim).toBe(Math.round(20 + 70 * random.randomSample()));
      expect(settings.lrDecay).toBe([0.9, 0.95, 1][random.randint(3)]);
      expect(seed).toBe(random.randint(2 ** 31));
    }
  });

  it("begins with the same trials however many there are, and with others for another seed", () => {
    expect(makeTrials(space, 7, 5).slice(0, 3)).toEqual(makeTrials(space, 3, 5));
    expect(makeTrials(space, 1, 6)).not.toEqual(makeTrials(space, 1, 5));
  });

  it("stays in the range, with as many draws in each order of magnitude", () => {
    const rates = makeTrials({ learningRate: logUniform(1e-4, 1e-2) }, 1000, 0).map(({ settings }) => settings.learningRate);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(1e-4);
    expect(Math.max(...rates)).toBeLessThanOrEqual(1e-2);
    expect(rates.filter((rate) => rate < 1e-3).length).toBe(495); // 500 ± 16
    const constant = makeTrials({ learningRate: logUniform(1e-3, 1e-3) }, 2, 0);
    expect(constant.map(({ settings }) => settings.learningRate)).toEqual([1e-3, 1e-3]);
  });
});
