import { describe, expect, it } from "vitest";
import { checkCount, checkNotNegative, checkNumber, checkPositive, checkShare } from "../../../src/numeric/arguments/check.js";
import { describeValue } from "../../../src/numeric/arguments/describeValue.js";

type Case = [check: (caller: string, name: string, value: number) => void, expected: string, good: number[], bad: unknown[]];

describe.each<Case>([
  [checkCount, "a whole number of 1 or more", [1, 7], [0, -1, 1.5, NaN, Infinity, "3"]],
  [checkPositive, "a positive number", [1e-300, 2], [0, -1, NaN, Infinity, "3"]],
  [checkNotNegative, "a number of 0 or more", [0, 0.5], [-1e-300, NaN, Infinity, "3"]],
  [checkShare, "from 0 to below 1", [0, 0.99], [1, -0.1, NaN, null, "0.5", []]],
])("%o", (check, expected, good, bad) => {
  it.each(good)("takes %s", (value) => {
    expect(check("f", "x", value)).toBeUndefined();
  });

  it.each(bad)("refuses %s", (value) => {
    expect(() => check("f", "x", value as never)).toThrow(
      new RangeError(`f: expected x to be ${expected}, got ${describeValue(value)}`),
    );
  });
});

describe("checkNumber", () => {
  it("takes every number, NaN and infinities among them", () => {
    for (const value of [0, -1.5, NaN, Infinity]) expect(checkNumber("f", "x", value)).toBeUndefined();
  });

  it("refuses the rest", () => {
    expect(() => checkNumber("f", "x", "1" as never)).toThrow(new TypeError('f: expected x to be a number, got "1"'));
  });
});
