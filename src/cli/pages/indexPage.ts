/** The page that lists the others. */
import { dirname, posix } from "node:path";
import { documentHtml, type Page } from "./documentHtml.js";
import { escapeHtml } from "../../jupyter/display/html.js";
import { markdownRenderer } from "./markdown.js";
import { failureWords, langOf, type PageSource, runText } from "./notebookPage.js";
import { type Words, wordsOf } from "../words.js";
import { mathRenderer } from "./mathRules.js";
import { PageScripts } from "./pagePolicy.js";
import { runRecord } from "./runRecord.js";
import { hrefFrom, relocator, type Site } from "./site.js";

/** The sources in the order of the site, the language's own first; where there are several folders, each has a heading. */
export function indexPage(sources: readonly PageSource[], site: Site, lang: string): Page {
  const words = wordsOf(lang);
  const own = lang === "en" ? "." : lang;
  const folders = [...new Set(sources.map(({ name }) => posix.dirname(name)))].sort(
    (a, b) => Number(b === own) - Number(a === own),
  );
  const lists = folders.map((folder) => {
    const entries = sources.filter(({ name }) => posix.dirname(name) === folder).map((source) => entry(source, site));
    return `${folders.length === 1 ? "" : heading(folder)}<ol class="notebooks">\n${entries.join("\n")}\n</ol>`;
  });
  const body = `<main class="index">\n<h1>${words.notebooks}</h1>\n${lists.join("\n")}\n</main>`;
  return documentHtml({ title: words.notebooks, lang, body, scripts: new PageScripts(), assets: "assets", plotly: false });
}

/** English notebooks lie in no folder, those in another language in one that bears its code. */
function heading(folder: string): string {
  const lang = folder === "." ? "en" : folder;
  if (!/^[a-z]{2,3}$/.test(lang)) return `<h2>${escapeHtml(folder)}</h2>\n`;
  const language = new Intl.DisplayNames([lang], { type: "language" }).of(lang)!;
  return `<h2 lang="${lang}">${escapeHtml(language)}</h2>\n`;
}

function entry(source: PageSource, site: Site): string {
  const lang = langOf(source.notebook, source.lang);
  const words = wordsOf(lang);
  const href = hrefFrom("index", `${source.name}.html`);
  const { title, summary } = opening(source, site);
  return `<li lang="${escapeHtml(lang)}"><h3><a href="${href}">${title}</a></h3>\n${summary}<p class="run">${status(source, words)}</p></li>`;
}

function status({ name, notebook }: PageSource, words: Words): string {
  const file = `<a href="${hrefFrom("index", `${name}.ipynb`)}">${escapeHtml(posix.basename(name))}.ipynb</a>`;
  const run = runRecord(notebook);
  if (run === null) return file;
  const verdict = run.failure
    ? `<span class="bad">${failureWords(run, words)}</span>`
    : `<span class="good">${words.passed}</span>`;
  return `${verdict} ${runText(run, words)} ${file}`;
}

/** Characters in which title and first paragraph are looked for. */
const LONGEST_OPENING = 20_000;

/** The notebook's title and the first paragraph of its text. */
function opening({ name, path, notebook }: PageSource, site: Site): { title: string; summary: string } {
  const markdown = markdownRenderer({ renderMath: mathRenderer(), relocate: relocator(site, dirname(path), "index") });
  const text = notebook.cells.find((cell) => cell.cell_type === "markdown")?.source.slice(0, LONGEST_OPENING) ?? "";
  const blocks = blocksOf(withoutComments(text));
  markdown.render(blocks.find((block) => /^#+\s/.test(block)) ?? "");
  const paragraph = blocks.find((block) => /^[\p{L}\p{N}*_`$"“(]/u.test(block)) ?? "";
  return { title: markdown.headings[0]?.html ?? escapeHtml(name), summary: markdown.render(wholeSentences(paragraph)) };
}

/** The text as readers see it: what is between comment signs says nothing to them. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (; ;) {
    const start = text.indexOf("<!--", from);
    const end = start < 0 ? -1 : text.indexOf("-->", start);
    if (end < 0) return parts.join("") + text.slice(from);
    parts.push(text.slice(from, start));
    from = end + "-->".length;
  }
}

/** The parts between empty lines; a heading is one by itself. */
function blocksOf(text: string): string[] {
  const blocks: string[][] = [[]];
  for (const line of text.split("\n")) {
    const isHeading = line.startsWith("#");
    if (isHeading || line.trim() === "") blocks.push([]);
    blocks.at(-1)!.push(line);
    if (isHeading) blocks.push([]);
  }
  return blocks.map((lines) => lines.join("\n").trim());
}

/** Without a last sentence that a list or a formula would have finished, unless it is the only one. */
function wholeSentences(paragraph: string): string {
  let end = paragraph.length;
  while (end > 0 && /\W/.test(paragraph[end - 1])) end--;
  if (/[.!?]/.test(paragraph.slice(end))) return paragraph;
  const ends = [...paragraph.matchAll(/[.!?]\s/g)];
  return ends.length === 0 ? paragraph : paragraph.slice(0, ends.at(-1)!.index + 1);
}
