/** Finds the Korean twin of an English text, which may have numbers, names and texts of its own in it. */
import { activationsCells } from "./cells/activations.js";
import { backpropagationCells } from "./cells/backpropagation.js";
import { generalisationCells } from "./cells/generalisation.js";
import { networksCells } from "./cells/neuralNetworks.js";
import { tuningCells } from "./cells/tuning.js";
import { assignmentCells } from "./cells/twoLayerNet.js";
import { figures } from "./figures.js";
import { lines } from "./lines.js";
import { tables } from "./tables.js";
import type { Twins } from "./twins.js";

/** All there are, by where they are said. */
export const catalogues: Readonly<Record<string, Twins>> = {
  figures, tables, lines,
  networksCells, assignmentCells, backpropagationCells, activationsCells, generalisationCells, tuningCells,
};

/** Where a text without a twin is taken apart: at tags, semicolons, wide gaps, colons, remarks in brackets, and an index. */
const SEAMS = [/(<[^>]*>)/, /(; )/, /( {2,})/, /(: )/, /( \()/, /(\[)/];

const HOLE = /\{(\d)\}/g;
const plain = new Map<string, string>();
const patterns: { readonly literals: readonly string[]; readonly pattern: RegExp; readonly twin: string }[] = [];

for (const [english, korean] of Object.values(catalogues).flatMap(Object.entries)) {
  if (!english.match(HOLE)) plain.set(english, korean);
  else patterns.push({ literals: english.split(/\{\d\}/), pattern: patternOf(english), twin: korean });
}
// what says more comes first: "{0}: error of {1}" would take what is meant for "dx: error of {0}"
patterns.sort((a, b) => b.literals.join("").length - a.literals.join("").length);

function patternOf(english: string): RegExp {
  const literal = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  return new RegExp(`^${english.split(HOLE).map((part, i) => (i % 2 === 0 ? literal(part) : "(.*)")).join("")}$`, "s");
}

/** The twin; of a text without one, the text with the twins of its parts. */
export function twinOf(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text;
  const known = plain.get(text) ?? filled(text);
  if (known !== undefined) return known;
  const [, before, core, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  if (core !== text) return before + twinOf(core!) + after;
  const seam = SEAMS.find((each) => each.test(text));
  return seam === undefined ? text : text.split(seam).map((part, i) => (i % 2 === 0 ? twinOf(part) : part)).join("");
}

/** By a pattern, with the twins of what stands in its holes. */
function filled(text: string): string | undefined {
  for (const { literals, pattern, twin } of patterns) {
    // a pattern of several holes takes long to see that it does not fit a long text
    const found = literals.every((literal) => text.includes(literal)) ? pattern.exec(text) : null;
    if (found) return twin.replaceAll(HOLE, (_, hole: string) => twinOf(found[Number(hole) + 1]!));
  }
  return undefined;
}
