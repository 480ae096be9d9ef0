import { expect, test } from "vitest";
import { formatExponent, formatFixed, formatRepr } from "../../../src/numeric/print/number.js";

// '%.{digits}f' % x in Python
test.each([
  [2.300089, 6, "2.300089"],
  [0.0078125, 6, "0.007812"], // a tie: toFixed gives 0.007813
  [0.5, 0, "0"],
  [1.5, 0, "2"],
  [0.25, 1, "0.2"],
  [2.675, 2, "2.67"], // no tie: the double is below
  [0.05, 1, "0.1"],
  [9.999, 2, "10.00"],
  [-0.001, 2, "-0.00"],
  [-0, 1, "-0.0"],
  [0, 3, "0.000"],
  [1e21, 3, "1000000000000000000000.000"],
  [1e22, 2, "10000000000000000000000.00"],
  [0.1, 20, "0.10000000000000000555"],
  [5e-324, 3, "0.000"],
  [NaN, 2, "nan"],
  [Infinity, 0, "inf"],
  [-Infinity, 2, "-inf"],
])("%d with %i decimals is %s", (x, digits, text) => {
  expect(formatFixed(x, digits)).toBe(text);
});

test.each([-1, 1.5, 101])("refuses %d decimals", (digits) => {
  expect(() => formatFixed(1, digits)).toThrow(
    new RangeError(`formatFixed: expected digits to be a whole number from 0 to 100, got ${digits}`),
  );
});

test.each([[undefined, "undefined"], [null, "null"], ["1", '"1"'], [1n, "1n"], [[1], "a list of 1"]])("what is no number is refused by all formats: %s", (value, text) => {
  const x = value as unknown as number;
  const refused = (caller: string): TypeError => new TypeError(`${caller}: expected x to be a number, got ${text}`);
  expect(() => formatFixed(x, 3)).toThrow(refused("formatFixed"));
  expect(() => formatExponent(x, 3)).toThrow(refused("formatExponent"));
  expect(() => formatRepr(x)).toThrow(refused("formatRepr"));
});
