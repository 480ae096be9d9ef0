/** An executed notebook as a page. */
import { dirname } from "node:path";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { cellHtml } from "./cellHtml.js";
import { documentHtml, type Page } from "./documentHtml.js";
import { escapeHtml } from "../../jupyter/display/html.js";
import type { Heading } from "./headings.js";
import { markdownRenderer } from "./markdown.js";
import { needsPlotly } from "./outputHtml.js";
import { PageScripts } from "./pagePolicy.js";
import { type Words, wordsOf } from "../words.js";
import { mathRenderer } from "./mathRules.js";
import { failuresOf, type RunRecord, runRecord } from "./runRecord.js";
import { encodedPath } from "./safeUrl.js";
import { hrefFrom, neighbours, relocator, type Site } from "./site.js";

/** A table of contents is shown from this many headings on. */
const LONG_PAGE = 4;

export interface PageSource {
  /** The page's name in the site. */
  readonly name: string;
  /** Absolute path of the notebook that the links in it are relative to. */
  readonly path: string;
  readonly notebook: Notebook;
  /** Used where the notebook's metadata has no `lang`. */
  readonly lang: string;
}

export function notebookPage({ name, path, notebook, lang }: PageSource, site: Site): Page {
  const language = languageOf(notebook);
  const pageLang = langOf(notebook, lang);
  const words = wordsOf(pageLang);
  const markdown = markdownRenderer({
    renderMath: mathRenderer(),
    relocate: relocator(site, dirname(path), name),
    language,
    tooLong: words.tooLong,
  });
  const scripts = new PageScripts();
  const cells = notebook.cells.map((cell) => cellHtml(cell, { markdown, language, words, scripts })).join("");
  const { headings } = markdown;
  const run = runRecord(notebook);
  const body = [
    navigation("top", name, site, words),
    contents(headings, words),
    `<main>\n${run === null ? "" : failureNote(run, words)}${cells}</main>`,
    `<footer>${run === null ? "" : `<p>${runText(run, words)}</p>`}<p><a href="${hrefFrom(name, `${name}.ipynb`)}">${words.file}</a></p></footer>`,
    navigation("bottom", name, site, words),
  ];
  const outputs = notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
  return documentHtml({
    title: headings[0]?.text ?? name,
    lang: pageLang,
    body: body.join("\n"),
    scripts,
    assets: hrefFrom(name, "assets"),
    plotly: outputs.some(needsPlotly),
  });
}

/** The language that the notebook is written in, as its `lang` metadata says. */
export function langOf(notebook: Notebook, otherwise: string): string {
  const lang = notebook.metadata.lang;
  return typeof lang === "string" ? lang : otherwise;
}

/** When, how long and on what the notebook ran, in a sentence. */
export function runText({ date, seconds, kernel }: RunRecord, words: Words): string {
  return escapeHtml(
    words.run({
      date: `${date.replace("T", " ").slice(0, 16)} UTC`,
      seconds: seconds.toFixed(seconds < 10 ? 1 : 0),
      kernel,
    }),
  );
}

/** The language of the code cells, or nothing if the notebook does not say. */
export function languageOf({ metadata }: Notebook): string {
  const info = (metadata.language_info ?? {}) as Record<string, unknown>;
  const spec = (metadata.kernelspec ?? {}) as Record<string, unknown>;
  return String(info.name ?? spec.language ?? "").toLowerCase();
}

function navigation(place: "top" | "bottom", name: string, site: Site, words: Words): string {
  const { previous, next } = neighbours(site, name);
  const link = (target: string | null, rel: string, text: string): string => {
    return target === null ? "<span></span>" : `<a rel="${rel}" href="${hrefFrom(name, `${target}.html`)}">${text}</a>`;
  };
  const home = `<a href="${hrefFrom(name, "index.html")}">${words.notebooks}</a>`;
  return `<nav class="pages ${place}" aria-label="${words.notebooks}">${link(previous, "prev", `← ${words.previous}`)}${home}${link(next, "next", `${words.next} →`)}</nav>`;
}

function contents(all: readonly Heading[], words: Words): string {
  const headings = all.slice(all[0]?.level === 1 ? 1 : 0).filter(({ level }) => level <= 3);
  if (headings.length < LONG_PAGE) return "";
  const top = headings.reduce((least, { level }) => Math.min(least, level), Infinity);
  const items = headings.map(
    ({ level, id, html }) =>
      `<li class="level-${level - top + 1}"><a href="#${escapeHtml(encodedPath(id))}">${html}</a></li>`,
  );
  return `<nav class="contents" aria-label="${words.contents}"><details><summary>${words.contents}</summary><ol>\n${items.join("\n")}\n</ol></details></nav>`;
}

/** Where a run stopped, or how many cells failed. */
export function failureWords(run: RunRecord, words: Words): string {
  return run.failures ? words.failedCells(run.failures.length) : words.failed(run.failure!.number);
}

function failureNote(run: RunRecord, words: Words): string {
  const failures = failuresOf(run);
  if (failures.length === 0) return "";
  const lines = failures.map(({ cell, error }) => `${escapeHtml(error)} <a href="#cell-${escapeHtml(cell)}">${words.seeCell}</a>`);
  return `<p class="failure"><strong>${failureWords(run, words)}</strong>: ${lines.join("<br>\n")}</p>\n`;
}
