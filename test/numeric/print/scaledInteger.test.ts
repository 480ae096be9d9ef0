import { expect, test } from "vitest";
import { scaledInteger } from "../../../src/numeric/print/number.js";

test.each([
  ["a tie above an even digit", 2.5, 0, 2n],
  ["a tie above an odd digit", 3.5, 0, 4n],
  ["just above a tie", 2.5 + 2 ** -51, 0, 3n],
  ["below a tie in binary", 1.005, 2, 100n],
  ["hundreds, a tie", 250, -2, 2n],
  ["hundreds", 251, -2, 3n],
  ["a negative number", -3.75, 1, 38n],
  ["zero", 0, 5, 0n],
  ["the smallest subnormal", 5e-324, 325, 49n],
  ["the largest subnormal", 2 ** -1022 - 2 ** -1074, 324, 22250738585072009n],
  ["the smallest normal number", 2 ** -1022, 324, 22250738585072014n],
  ["a large number, exactly", 1e23, 0, 99999999999999991611392n],
])("%s", (_, x, places, expected) => {
  expect(scaledInteger(x, places)).toBe(expected);
});
