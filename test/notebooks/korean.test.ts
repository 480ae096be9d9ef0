/** The Korean notebooks speak Korean: each text of their code has a twin, and what they show has no other English than code and names. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type CodeCell, hasTag, type Notebook } from "../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { catalogues, twinOf } from "../../src/study/words/twinOf.js";
import { englishWords } from "../fixtures/koreanText.js";
import { cellTexts } from "./cellTexts.js";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
const names = readdirSync(folder).filter((file) => file.endsWith(".ipynb")).map((file) => basename(file, ".ipynb"));
const read = (path: string): Notebook => readNotebook(readFileSync(`${folder}/${path}`, "utf8"), path);
const codeCells = ({ cells }: Notebook) => cells.filter((cell): cell is CodeCell => cell.cell_type === "code");

/** Strings of the code that nobody reads: options of figures and functions, nodes of graphs, files. */
const OPTIONS = new Set([
  "forward", "backward", "result", "relu", "times", "plus", "minus", "square", "scatter", "lines", "vh", "category", "int32", "shape", "duplicates",
  "noisy copies", "noise", "best_two_layer_net", "tuned_two_layer_net", "tuning.jsonl", "tuning-demonstration.jsonl",
]);
/** The catalogue of a notebook's own texts. */
const CATALOGUES: Readonly<Record<string, string>> = {
  neural_networks: "networksCells", two_layer_net: "assignmentCells", backpropagation: "backpropagationCells",
  activations: "activationsCells", generalisation: "generalisationCells", tuning: "tuningCells",
};

describe.each(names)("%s", (name) => {
  const english = read(`${name}.ipynb`);
  const texts = codeCells(english).flatMap(({ id, source }) => cellTexts(source).map((text) => ({ id, text })));

  test("has a twin of each text in its code", () => {
    const withoutTwin = texts.filter(({ text }) => !OPTIONS.has(text) && englishWords(twinOf(text.replaceAll(/\{\d\}/g, "7"))).length > 0);
    expect(withoutTwin).toEqual([]);
  });

  test.runIf(name in CATALOGUES)("has no twin of a text that is gone", () => {
    const there = new Set(texts.flatMap(({ text }) => [text, text.trim()]));
    expect(Object.keys(catalogues[CATALOGUES[name]!]!).filter((text) => !there.has(text))).toEqual([]);
  });

  test("shows no English in the Korean edition but code and names", () => {
    const shown = codeCells(read(`ko/${name}.ipynb`)).map((cell) => ({ id: cell.id, words: shownTexts(cell).flatMap(englishWords) }));
    expect(shown.filter(({ words }) => words.length > 0)).toEqual([]);
  });

  test("shows the same numbers in both editions", () => {
    const numbers = (notebook: Notebook) => codeCells(notebook)
      .filter((cell) => !hasTag(cell, "timing") && !hasTag(cell, "machine"))
      .map((cell) => ({ id: cell.id, numbers: shownTexts(cell).filter((text) => !PROGRESS.test(text)).flatMap((text) => text.match(NUMBER) ?? []).sort() }));
    expect(numbers(read(`ko/${name}.ipynb`))).toEqual(numbers(english));
  });
});

const PROGRESS = /\|[█▏▎▍▌▋▊▉ ]+\|/;
/** Of single figures some are words in the other language: two layers, "3계". */
const NUMBER = /\d+\.\d+(?:e[+-]\d+)?|\de[+-]\d+|\d{2,}/g;

/** What a cell has printed and shown, as text. */
function shownTexts({ outputs }: CodeCell): string[] {
  return outputs.map((output) => {
    if (output.output_type === "stream") return output.text;
    return output.output_type === "error" ? output.evalue : String(output.data["text/plain"] ?? "");
  });
}
