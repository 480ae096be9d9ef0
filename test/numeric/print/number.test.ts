import { expect, test } from "vitest";
import { exponentText, formatExponent, mantissaAndExponent } from "../../../src/numeric/print/number.js";

// '%.{digits}e' % x in Python
test.each([
  [1.83e-8, 2, "1.83e-08"],
  [0, 2, "0.00e+00"],
  [-0, 2, "-0.00e+00"],
  [2.5, 0, "2e+00"], // ties go to the even digit
  [3.5, 0, "4e+00"],
  [1.25, 1, "1.2e+00"],
  [-1.75, 1, "-1.8e+00"],
  [123456.5, 5, "1.23456e+05"],
  [1234565, 5, "1.23456e+06"],
  [9.96, 1, "1.0e+01"],
  [9.9996, 3, "1.000e+01"],
  [1e100, 2, "1.00e+100"],
  [5e-324, 2, "4.94e-324"],
  [1e23, 25, "9.9999999999999991611392000e+22"],
  [NaN, 2, "nan"],
  [Infinity, 2, "inf"],
  [-Infinity, 2, "-inf"],
])("%d with %i decimals is %s", (x, digits, text) => {
  expect(formatExponent(x, digits)).toBe(text);
});

test("refuses a negative count of decimals", () => {
  expect(() => formatExponent(1, -1)).toThrow(
    new RangeError("formatExponent: expected digits to be a whole number from 0 to 100, got -1"),
  );
});

test("gives the parts, the exponent of the rounded number", () => {
  expect(mantissaAndExponent(0.00999, 1)).toEqual(["1.0", -2]);
  expect(mantissaAndExponent(1234, 3)).toEqual(["1.234", 3]);
});

test("pads the exponent to as many digits as asked for", () => {
  expect(exponentText(-8, 2)).toBe("e-08");
  expect(exponentText(5, 3)).toBe("e+005");
  expect(exponentText(123, 2)).toBe("e+123");
});
