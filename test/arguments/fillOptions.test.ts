import { describe, expect, it } from "vitest";
import { fillOptions } from "../../src/arguments/fillOptions.js";
import { unknownName } from "../../src/arguments/unknownName.js";

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
});

describe("unknownName", () => {
  it("finds the nearest name apart from case and underscores, if it is near", () => {
    const known = ["learningRate", "momentum"];
    expect(unknownName("setting", "learning_rate", known)).toBe(
      'unknown setting "learning_rate"; did you mean "learningRate"? Valid: "learningRate", "momentum"',
    );
    expect(unknownName("setting", "x", known)).toBe('unknown setting "x"; Valid: "learningRate", "momentum"');
  });
});
