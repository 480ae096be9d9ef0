import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { svgPng } from "../../../src/notebook/png/svgPng.js";

/** Width, height, and how many pixels are not white. */
function inspect(png: Uint8Array): { width: number; height: number; ink: number } {
  const { width, height, data, palette } = decode(png);
  const white = palette!.findIndex((color) => color.every((share) => share === 255));
  return { width, height, ink: [...data].filter((place) => place !== white).length };
}

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${content}</svg>`;

describe("svgPng", () => {
  it("draws at a scale, on white", () => {
    expect(inspect(svgPng(svg(""), 2))).toEqual({ width: 80, height: 40, ink: 0 });
    expect(inspect(svgPng(svg('<rect width="10" height="10" fill="#0072B2"/>'), 2))).toEqual({ width: 80, height: 40, ink: 400 });
  });

  it("draws text", () => {
    expect(inspect(svgPng(svg('<text y="15" style="font-family: Arial; font-size: 12px;">loss</text>'), 1)).ink).toBeGreaterThan(40);
  });

  it("is the same each time", () => {
    const text = svg('<text y="15" style="font-family: Arial; font-size: 12px;">loss</text>');
    expect(svgPng(text, 1)).toEqual(svgPng(text, 1));
  });
});
