import { expect, it } from "vitest";
import { COLORS, figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";

/** Contrast with white, by the definition of the Web Content Accessibility Guidelines. */
function contrastWithWhite(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

it("has a line for each colour, told apart without it too", () => {
  const { scatter } = figureTemplate.data;
  expect(scatter.map(({ line }) => line.color)).toEqual([...COLORS]);
  expect(new Set(COLORS).size).toBe(COLORS.length);
  expect(new Set(scatter.map(({ line, marker }) => `${line.dash} ${marker.symbol}`)).size).toBe(COLORS.length);
  expect(new Set(scatter.slice(0, 6).map(({ line }) => line.dash)).size).toBe(6);
  expect(new Set(scatter.map(({ marker }) => marker.symbol)).size).toBe(COLORS.length);
});

it("has no colour that is lost on white", () => {
  for (const color of COLORS) expect(contrastWithWhite(color), color).toBeGreaterThan(2);
});

it("names fonts without quotes, which Plotly's export would spoil", () => {
  expect(figureTemplate.layout.font.family).not.toMatch(/["']/);
});
