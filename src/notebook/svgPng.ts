import { dirname, join } from "node:path";
import { findPackage, optionalPackage } from "./optionalPackage.js";
import { reduceColors } from "./palette.js";
import { encodeIndexedPng } from "./pngFile.js";

interface ResvgModule {
  readonly Resvg: new (svg: string, options: object) => {
    render(): { asPng(): Buffer; readonly pixels: Buffer; readonly width: number; readonly height: number };
  };
}

/** The first family of this list that a machine has draws Korean, Japanese and Chinese text. */
const CJK_FAMILIES = "Noto Sans CJK KR, Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo, NanumGothic, sans-serif";
const CJK = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** Characters that the fonts of `ownFonts` have: Latin, Greek, Cyrillic, punctuation and common signs. */
const IN_OWN_FONTS = /^[\u0000-\u052f\u2010-\u205e\u2070-\u209c\u2190-\u2193\u2200-\u2265\u25a0-\u25cf]*$/;

/** Fonts with Arial's widths from a package, so that pictures are the same on every machine, and have text on one without fonts. */
function ownFonts(): string[] {
  const manifest = findPackage("@expo-google-fonts/arimo/package.json");
  if (manifest === null) return [];
  const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
  return faces.map((face) => join(dirname(manifest), face, `Arimo_${face}.ttf`));
}

function fontOptions(svg: string) {
  const fontFiles = ownFonts();
  const family = fontFiles.length > 0 ? "Arimo" : "Liberation Sans";
  // The machine's fonts take time to load; only what the package's fonts lack needs them.
  const loadSystemFonts = fontFiles.length === 0 || !IN_OWN_FONTS.test(svg);
  return { fontFiles, loadSystemFonts, defaultFontFamily: family, sansSerifFamily: family };
}

/** Gives text with East Asian letters a font that has them; left to itself, resvg takes any that it finds. */
export function nameCjkFonts(svg: string): string {
  return svg.replace(/<text\b[\s\S]*?<\/text>/g, (text) => (CJK.test(text) ? text.replace(/font-family: [^;"]+/g, `font-family: ${CJK_FAMILIES}`) : text));
}

/**
 * Draws an SVG document as a PNG file on white.
 *
 * @param scale pixels of the picture to one of the document
 */
export function svgPng(svg: string, scale: number): Buffer {
  const { Resvg } = optionalPackage<ResvgModule>("@resvg/resvg-js", "A figure");
  const image = new Resvg(nameCjkFonts(svg), { font: fontOptions(svg), fitTo: { mode: "zoom", value: scale }, background: "#fff" }).render();
  const indexed = reduceColors(image.pixels);
  return indexed ? encodeIndexedPng(indexed.indices, image.width, image.height, indexed.palette) : image.asPng();
}
