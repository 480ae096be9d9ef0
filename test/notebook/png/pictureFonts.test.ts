import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { drawnByOwnFonts, pictureFonts } from "../../../src/notebook/png/pictureFonts.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";

const TILE = 40;
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Pixels of each character, drawn with nothing but the package's fonts. */
function glyphs(characters: readonly string[], style: string): Buffer[] {
  const texts = characters.map((character, i) => `<text x="8" y="${i * TILE + 28}" style="${style}; font-size: 20px;">&#${character.codePointAt(0)};</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE}" height="${TILE * characters.length}">${texts.join("")}</svg>`;
  const { pixels } = new Resvg(svg, { font: { ...pictureFonts(""), loadSystemFonts: false } }).render();
  const length = TILE * TILE * 4;
  return characters.map((_, i) => pixels.subarray(i * length, (i + 1) * length));
}

/** What it says of single texts is in `fontNames.test.ts`. */
describe("drawnByOwnFonts", () => {
  const printable = Array.from({ length: 0xd800 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i));
  const missing = "\u2218";

  it.each(["font-weight: normal", "font-style: italic", "font-weight: bold", "font-weight: bold; font-style: italic"])(
    "is true of nothing that the fonts lack, with %s",
    (style) => {
      const [box, ...drawn] = glyphs([missing, ...printable.filter(drawnByOwnFonts)], style);
      expect(drawn.length).toBeGreaterThan(1000);
      expect(box!.some((byte) => byte !== 0)).toBe(true);
      expect(printable.filter(drawnByOwnFonts).filter((_, i) => drawn[i].equals(box!))).toEqual([]);
    },
  );

  it("is true of all that the notebooks' code and the library's figures say", () => {
    const notebooks = readdirSync(`${root}/notebooks`).filter((file) => file.endsWith(".ipynb"));
    const cells = notebooks.flatMap((file) => readNotebook(readFileSync(`${root}/notebooks/${file}`, "utf8"), file).cells);
    const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
    const figures = readdirSync(`${root}/src/study/figures`).map((file) => readFileSync(`${root}/src/study/figures/${file}`, "utf8"));
    expect([code.length > 100, figures.length > 10]).toEqual([true, true]);
    expect([...code, ...figures].flatMap((text) => [...text]).filter((character) => !drawnByOwnFonts(character))).toEqual([]);
  });
});
