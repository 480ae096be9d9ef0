import { describe, expect, it } from "vitest";
import { RandomState } from "../../../src/index.js";
import { fillOptions, unknownName } from "../../../src/numeric/arguments/fillOptions.js";

describe("fillOptions", () => {
  const defaults = { batchSize: 100, lrDecay: 1 };

  it("takes what is given, and the defaults for the rest and for undefined", () => {
    expect(fillOptions("f", { lrDecay: 0.5, batchSize: undefined }, defaults)).toEqual({ batchSize: 100, lrDecay: 0.5 });
    expect(defaults).toEqual({ batchSize: 100, lrDecay: 1 });
  });

  it("refuses a name that is not there", () => {
    expect(() => fillOptions("f", { lrdecay: 1 }, defaults)).toThrow(
      new TypeError('f: unknown option "lrdecay"; did you mean "lrDecay"? Valid: "batchSize", "lrDecay"'),
    );
  });

  it.each([null, "fast", 3])("refuses %j instead of options", (options) => {
    expect(() => fillOptions("f", options as never, defaults)).toThrow(/^f: expected options to be an object, got /);
  });

  const kinds = { verbose: true, log: () => {}, random: new RandomState(0), settings: {}, rungs: [1], progress: null };
  const values = { verbose: false, log: console.log, random: new RandomState(1), settings: { a: 1 }, rungs: [], progress: console };

  it("takes what is of a default's kind, and anything where that says nothing", () => {
    expect(fillOptions("f", values, kinds)).toEqual(values);
    expect(fillOptions("f", { settings: 3, rungs: "x", progress: 7 }, kinds)).toEqual({ ...kinds, settings: 3, rungs: "x", progress: 7 });
  });

  it.each([
    [{ verbose: "no" }, 'f: expected verbose to be true or false, got "no"'],
    [{ log: null }, "f: expected log to be a function, got null"],
    [{ random: 231 }, "f: expected random to be made by new RandomState(...), got 231"],
    [{ random: () => 0 }, "f: expected random to be made by new RandomState(...), got a function"],
  ])("refuses what is of another kind: %o", (options, text) => {
    expect(() => fillOptions("f", options, kinds)).toThrow(new TypeError(text));
  });
});

describe("unknownName", () => {
  it("finds the nearest name apart from case and underscores, if it is near", () => {
    const known = ["learningRate", "momentum"];
    expect(unknownName("setting", "learning_rate", known)).toBe(
      'unknown setting "learning_rate"; did you mean "learningRate"? Valid: "learningRate", "momentum"',
    );
    expect(unknownName("setting", "x", known)).toBe('unknown setting "x"; Valid: "learningRate", "momentum"');
  });

  it("names what is no name at all", () => {
    expect(unknownName("layer", undefined as never, ["relu", "affine"])).toBe('unknown layer undefined; Valid: "relu", "affine"');
  });
});
