import { folderOf, joined } from "#host/files";
import { findPackage } from "#host/packages";

/** The first family of this list that a machine has draws Korean, Japanese and Chinese text. */
const CJK_FAMILIES = "Noto Sans CJK KR, Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo, NanumGothic, sans-serif";
const CJK = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/**
 * Characters that every font of the package has: Latin, Greek and Cyrillic letters, punctuation,
 * raised and lowered figures, arrows, and of the signs those that a calculation needs. Not `∇`, `∈` or `∘`.
 */
const IN_OWN_FONTS = /^[\n\r\t -~\u00a0-\u0377\u0391-\u03a1\u03a3-\u052f\u2010-\u205e\u2074-\u208e\u2090-\u209c\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u25a0\u25a1\u25b2\u25bc\u25cb\u25cf]*$/;

/** True if a picture of the text needs no font of the machine, and so is the same everywhere. */
export const drawnByOwnFonts = (text: string): boolean => IN_OWN_FONTS.test(text);

/** Fonts with Arial's widths from a package, so that pictures are the same on every machine, and have text on one without fonts. */
function ownFonts(): string[] {
  const manifest = findPackage("@expo-google-fonts/arimo/package.json");
  if (manifest === null) return [];
  const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
  return faces.map((face) => joined(folderOf(manifest), face, `Arimo_${face}.ttf`));
}

/** The fonts for an SVG document, as resvg takes them. */
export function pictureFonts(svg: string) {
  const fontFiles = ownFonts();
  const family = fontFiles.length > 0 ? "Arimo" : "Liberation Sans";
  // The machine's fonts take time to load; only what the package's fonts lack needs them.
  const loadSystemFonts = fontFiles.length === 0 || !drawnByOwnFonts(svg);
  return { fontFiles, loadSystemFonts, defaultFontFamily: family, sansSerifFamily: family };
}

/** Gives text with East Asian letters a font that has them; left to itself, resvg takes any that it finds. */
export function nameCjkFonts(svg: string): string {
  return svg.replace(/<text\b[\s\S]*?<\/text>/g, (text) => {
    if (!CJK.test(text)) return text;
    return /font-family: /.test(text)
      ? text.replace(/font-family: [^;"]+/g, `font-family: ${CJK_FAMILIES}`)
      : text.replace("<text", `<text font-family="${CJK_FAMILIES}"`);
  });
}
