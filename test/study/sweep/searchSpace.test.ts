import { describe, expect, it } from "vitest";
import { logUniform, type SearchSpace, uniform } from "../../../src/study/index.js";
import { checkSpace } from "../../../src/study/sweep/searchSpace.js";

describe("uniform and logUniform", () => {
  it("say where from, where to and on which scale", () => {
    expect(uniform(-1, 2)).toEqual({ low: -1, high: 2, scale: "linear" });
    expect(logUniform(1e-4, 1e-2)).toEqual({ low: 1e-4, high: 1e-2, scale: "log" });
  });

  it("refuse what is no range", () => {
    expect(() => uniform(2, 1)).toThrow(new RangeError("uniform: expected finite low <= high, got low 2 and high 1"));
    expect(() => uniform(0, Infinity)).toThrow(new RangeError("uniform: expected finite low <= high, got low 0 and high Infinity"));
    expect(() => logUniform(0, 1)).toThrow(new RangeError("logUniform: expected 0 < low <= high, both finite, got low 0 and high 1"));
    expect(() => logUniform(1, NaN)).toThrow(new RangeError("logUniform: expected 0 < low <= high, both finite, got low 1 and high NaN"));
  });
});

describe("checkSpace", () => {
  it("takes lists and ranges, and nothing", () => {
    expect(() => checkSpace({ learningRate: [1e-3], reg: uniform(0, 1), hiddenDim: logUniform(10, 200) })).not.toThrow();
    expect(() => checkSpace({})).not.toThrow();
    expect(() => checkSpace({ reg: undefined } as unknown as SearchSpace)).not.toThrow();
  });

  it.each([
    [{ learningrate: [1] }, new TypeError('sweep: unknown hyperparameter "learningrate"; did you mean "learningRate"? Valid: "learningRate", "reg", "hiddenDim", "lrDecay"')],
    [{ reg: 0.1 }, new TypeError("sweep: expected reg to be a list of values, or a range as uniform and logUniform give, got 0.1")],
    [{ reg: [] }, new RangeError("sweep: expected reg to list at least one value, got none")],
    [{ reg: [0, -1] }, new RangeError("sweep: expected reg to be a number of 0 or more, got -1")],
    [{ learningRate: uniform(0, 1) }, new RangeError("sweep: expected learningRate to be a positive number, got 0")],
    [{ lrDecay: [0] }, new RangeError("sweep: expected lrDecay to be a positive number, got 0")],
    [{ hiddenDim: [2.5] }, new RangeError("sweep: expected hiddenDim to be a whole number of 1 or more, got 2.5")],
    [{ hiddenDim: uniform(0.2, 9) }, new RangeError("sweep: expected hiddenDim to be a whole number of 1 or more, got 0")],
  ])("refuses %j", (space, error) => {
    expect(() => checkSpace(space as SearchSpace)).toThrow(error);
  });
});
