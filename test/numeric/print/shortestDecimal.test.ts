import { expect, test } from "vitest";
import { shortestDecimal } from "../../../src/numeric/print/number.js";

test.each([
  [0, "0", 0],
  [1200, "12", 3],
  [0.1, "1", -1],
  [0.1 + 0.2, "30000000000000004", -1],
  [1e23, "1", 23],
])("%d reads back from %s · 10^%i", (x, digits, exponent) => {
  expect(shortestDecimal(x, "float64")).toEqual({ digits, exponent });
});

test.each([
  [0, "0", 0],
  [0.1, "1", -1],
  [1 / 3, "33333334", -1],
  [16777216, "16777216", 7],
  [1e-45, "1", -45],
  [29628.8125, "29628812", 4], // a tie
])("%d as a float32 reads back from %s · 10^%i", (x, digits, exponent) => {
  expect(shortestDecimal(Math.fround(x), "float32")).toEqual({ digits, exponent });
});
