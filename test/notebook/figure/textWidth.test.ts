import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { findPackage } from "../../../src/host/node/packages.js";
import { ASCENT, DESCENT, textWidth } from "../../../src/notebook/figure/textWidth.js";
import { fontWidths } from "../../fixtures/fontWidths.js";

it("adds up the widths of Arial", () => {
  // H 722, e 556, l 222, l 222, o 556 thousandths of 10 pixels
  expect(textWidth("Hello", 10)).toBeCloseTo(22.78, 10);
  // bold: 722, 556, 278, 278, 611
  expect(textWidth("Hello", 10, true)).toBeCloseTo(24.45, 10);
  expect(textWidth("", 10)).toBe(0);
});

it.each([["400Regular", false], ["700Bold", true]])("is near what Arimo %s says of each character", (face, bold) => {
  const own = fontWidths(join(dirname(findPackage("@expo-google-fonts/arimo/package.json")!), face, `Arimo_${face}.ttf`));
  const latin = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i));
  const off = (characters: Iterable<string>, by: number) => [...characters].filter((character) => !(Math.abs(textWidth(character, 1000, bold) - own(character)!) <= by));
  expect(off([...latin, ..."\u00a0°±²³·×÷–—‑‘’“”…−≈≤≥√ηλν"], 7)).toEqual([]);
  expect(off("ΣΔαβγδεθμπρστφχψω∞→µ", 35)).toEqual([]);
});

it("takes East Asian letters as squares, accents as nothing and accented letters as their base", () => {
  expect(textWidth("손실", 12)).toBe(24);
  expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  expect(textWidth("é", 10)).toBe(textWidth("e", 10));
  expect(textWidth("\u0416", 10)).toBe(6);
});

it("has the height of Arial around the base line", () => {
  expect([ASCENT, DESCENT]).toEqual([0.905, 0.212]);
});
