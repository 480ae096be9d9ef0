import { expect, test } from "vitest";
import { signedText } from "../../../src/numeric/print/number.js";

test.each([
  [2, "2!"],
  [-2, "-2!"],
  [0, "0!"],
  [-0, "-0!"],
  [NaN, "nan"],
  [Infinity, "inf"],
  [-Infinity, "-inf"],
])("%d is %s", (x, text) => {
  expect(signedText(x, (magnitude) => `${magnitude}!`)).toBe(text);
});
