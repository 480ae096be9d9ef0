/** The Korean edition has the English one's notebooks: same cells, same code, same formulas. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Cell, Notebook } from "../../src/jupyter/nbformat/notebook.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { markdownRenderer } from "../../src/cli/pages/markdown.js";
import { isAnswered } from "../../src/cli/run/answers.js";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
const notebooksIn = (path: string): string[] =>
  existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".ipynb")) : [];

function read(path: string): Notebook {
  return readNotebook(readFileSync(`${folder}/${path}`, "utf8"), path);
}

const FIGURE = /\d+(?:[.,]\d+)*/g;

const texts = ({ cells }: Notebook): Cell[] => cells.filter(({ cell_type }) => cell_type === "markdown");

/** What has to be the same: everything but words, and outputs. */
function skeleton({ cell_type, id, metadata, source }: Cell): object {
  return { cell_type, id, metadata, source: cell_type === "code" ? source : outline(source) };
}

/** Formulas, but for words in them and a stop at their end, inline code in any order, and how the text is built. */
function outline(source: string): object {
  const formulas = [...source.matchAll(/\$\$(.*?)[.,]?\$\$/gs)].map(([, formula]) => formula!.replaceAll(/\\text\{[^}]*\}/g, "\\text{}"));
  const lines = source.split("\n");
  const count = (start: RegExp) => lines.filter((line) => start.test(line)).length;
  const inLine = found(source.replaceAll(/\$\$.*?\$\$/gs, ""), /\$[^$]+\$/g);
  const code = [...new Set(found(source, /`[^`]+`/g))];
  return { formulas, inLine, code, headings: count(/^#+ /), rows: count(/^\|/), folds: count(/^<details>/) };
}

function found(source: string, pattern: RegExp): string[] {
  return (source.match(pattern) ?? []).sort();
}

/** The text as readers see it, without code and formulas. */
function shown(source: string): string {
  const markdown = markdownRenderer({ renderMath: () => "", relocate: (url) => url });
  return markdown.render(source.replaceAll(/`[^`]+`/g, "")).replaceAll(/<[^>]*>/g, "");
}

test("both editions have the same notebooks", () => {
  expect(notebooksIn(`${folder}/ko`)).toEqual(notebooksIn(folder));
});

describe.each(notebooksIn(folder).map((file) => basename(file, ".ipynb")))("%s", (name) => {
  const [english, korean] = [read(`${name}.ipynb`), read(`ko/${name}.ipynb`)];

  test("has the same cells, code and formulas", () => {
    expect(korean.cells.map(skeleton)).toEqual(english.cells.map(skeleton));
  });

  test("says what it is, with the same place and kernel", () => {
    const { title, lang, order, kernelspec } = korean.metadata;
    expect(title).toMatch(/\p{Script=Hangul}/u);
    expect(lang).toBe("ko");
    expect({ order, kernelspec }).toEqual({ order: english.metadata.order, kernelspec: english.metadata.kernelspec });
  });

  test("has all its text in Korean, with no mark-up left over", () => {
    const cells = texts(korean).map(({ id, source }) => ({ id, text: shown(source) }));
    expect(cells.filter(({ text }) => /\p{Letter}/u.test(text) && !/\p{Script=Hangul}/u.test(text))).toEqual([]);
    expect(cells.filter(({ text }) => /\*|\$\$/.test(text))).toEqual([]);
  });

  test("gives every figure that the English text gives", () => {
    const missing = texts(english).flatMap(({ id, source }, index) => {
      const figures = new Set(shown(texts(korean)[index].source).match(FIGURE));
      return (shown(source).match(FIGURE) ?? []).filter((figure) => !figures.has(figure)).map((figure) => `${id}: ${figure}`);
    });
    expect(missing).toEqual([]);
  });

  test("quotes the questions in both languages", () => {
    for (const [index, { id, source }] of texts(english).entries()) {
      if (!id.startsWith("question-")) continue;
      const quote = source.split("\n").filter((line) => line.startsWith(">")).join("\n");
      const translated = texts(korean)[index].source.split(`${quote}\n>\n`)[1];
      expect(translated).toMatch(/^> .*\p{Script=Hangul}/u);
    }
  });

  test("has answers that count as not written", () => {
    const answers = korean.cells.filter(({ id }) => id.startsWith("answer-"));
    expect(answers.filter(isAnswered)).toEqual([]);
  });
});
