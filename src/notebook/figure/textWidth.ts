/**
 * Widths of text in Arial, in thousandths of the font size. Liberation Sans and Arimo have the same
 * by design, so that a picture laid out with them fits whichever of the three draws it.
 * Characters are listed by their advance width, read from Arimo's own tables.
 */
const REGULAR: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, "ijl‘’"],
  [260, "|"],
  [278, " !,./:;I[\\]ft\u00a0"],
  [333, "()-`r²³·“”‑"],
  [334, "{}"],
  [355, '"'],
  [389, "*"],
  [400, "°τ"],
  [446, "ε"],
  [469, "^"],
  [500, "Jcksvxyzγλν"],
  [549, "±÷≤≥≈√"],
  [556, "#$0123456789?L_abdeghnopquχ–ηθδ"],
  [576, "ρβµμα"],
  [584, "+<=>~×−"],
  [617, "FTZσΣ"],
  [667, "&ABEKPSVXYφΔ"],
  [713, "πψ∞"],
  [722, "CDHNRUw"],
  [778, "GOQω"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "—…→"],
  [1015, "@"],
];

const BOLD: typeof REGULAR = [
  [238, "'"],
  [278, " ,./I\\ijl‘’|\u00a0"],
  [333, "!()-:;[]`ft²³·‑"],
  [389, "*r{}"],
  [400, "°"],
  [474, '"ετ'],
  [500, "z“”"],
  [549, "±÷≤≥≈√θ"],
  [556, "#$0123456789J_aceksvxy–γλν"],
  [584, "+<=>^~×−χ"],
  [611, "?FLTZbdghnopquηµΣδβμα"],
  [667, "EPSVXYσ"],
  [722, "&ABCDHKNRU∞φΔψ"],
  [778, "GOQwπ"],
  [833, "Mω"],
  [889, "%m"],
  [944, "W"],
  [975, "@"],
  [1000, "—…→"],
];

const table = (rows: typeof REGULAR) => new Map(rows.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)));
const WIDTHS = { regular: table(REGULAR), bold: table(BOLD) };

/** Hangul, kana, ideographs and their punctuation, full-width forms, emoji: one em each. */
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const COMBINING = /\p{Mn}/u;

function characterWidth(character: string, widths: ReadonlyMap<string, number>): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (FULL_WIDTH.test(character)) return 1000;
  if (COMBINING.test(character)) return 0;
  // An accented letter is as wide as its base; anything else is taken for a wide lower-case letter.
  return widths.get(character.normalize("NFD")[0]) ?? 600;
}

/**
 * Width of one line of text in pixels.
 *
 * @param fontSize in pixels
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  const widths = bold ? WIDTHS.bold : WIDTHS.regular;
  let thousandths = 0;
  for (const character of text) thousandths += characterWidth(character, widths);
  return (thousandths * fontSize) / 1000;
}

/** Height of Arial above and below the base line, as a share of the font size. */
export const ASCENT = 0.905;
export const DESCENT = 0.212;
