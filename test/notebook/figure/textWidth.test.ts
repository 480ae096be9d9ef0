import { expect, it } from "vitest";
import { textWidth } from "../../../src/notebook/figure/textWidth.js";

it("adds up the widths of Arial", () => {
  // H 722, e 556, l 222, l 222, o 556 thousandths of 10 pixels
  expect(textWidth("Hello", 10)).toBeCloseTo(22.78, 10);
  // bold: 722, 556, 278, 278, 611
  expect(textWidth("Hello", 10, true)).toBeCloseTo(24.45, 10);
  expect(textWidth("", 10)).toBe(0);
});

it("takes East Asian letters as squares, accents as nothing and accented letters as their base", () => {
  expect(textWidth("손실", 12)).toBe(24);
  expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  expect(textWidth("é", 10)).toBe(textWidth("e", 10));
  expect(textWidth("\u0416", 10)).toBe(6);
});
