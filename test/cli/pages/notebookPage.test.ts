import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { languageOf, notebookPage } from "../../../src/cli/pages/notebookPage.js";
import { type RunRecord, withRunRecord } from "../../../src/cli/pages/runRecord.js";
import type { Site } from "../../../src/cli/pages/site.js";
import { code, markdown, notebookText } from "../run/notebookText.js";

const site: Site = { out: join("/p", "out"), notebooks: join("/p", "notebooks"), names: ["a", "b", "c"] };
const run: RunRecord = { date: "2024-01-02T03:04:05Z", seconds: 12.3, kernel: "tslab" };

function page(
  cells: Record<string, unknown>[],
  { metadata = {}, record = run as RunRecord | null, name = "b", lang = "en" } = {},
): Document {
  return new JSDOM(pageHtml(cells, { metadata, record, name, lang })).window.document;
}

function pageHtml(cells: Record<string, unknown>[], { metadata = {}, record = run as RunRecord | null, name = "b", lang = "en" }): string {
  const notebook = readNotebook(notebookText(cells, metadata), name);
  return notebookPage({ name, path: join(site.notebooks, `${name}.ipynb`), notebook: record ? withRunRecord(notebook, record) : notebook, lang }, site).html;
}

const long = [
  markdown("# Title *x* <script>\n\nText."),
  markdown("## One\n### Part $y$\n## Two"),
  markdown("#### Detail\n## Three\n## Four"),
];

test("title, language, and the language of metadata before the given one", () => {
  const document = page(long);
  expect(document.title).toBe("Title x <script>");
  expect(document.documentElement.lang).toBe("en");
  expect(page(long, { lang: "ko" }).documentElement.lang).toBe("ko");
  expect(page(long, { lang: "ko", metadata: { lang: "de" } }).documentElement.lang).toBe("de");
  expect(page([code("1")]).title).toBe("b");
});

test("links to the pages around it and to the list, at both ends", () => {
  const links = (document: Document): (string | null)[][] =>
    [...document.querySelectorAll("nav.pages")].map((nav) =>
      [...nav.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    );
  expect(links(page(long))).toEqual(Array(2).fill(["a.html", "index.html", "c.html"]));
  expect(links(page(long, { name: "a" }))).toEqual(Array(2).fill(["index.html", "b.html"]));
});

test("a long page has its contents, down to the third level, linked to headings that exist", () => {
  const document = page(long);
  const links = [...document.querySelectorAll(".contents a")];
  expect(links.map((a) => a.closest("li")!.className)).toEqual(["level-1", "level-2", "level-1", "level-1", "level-1"]);
  for (const link of links)
    expect(document.getElementById(decodeURIComponent(link.getAttribute("href")!.slice(1)))?.tagName).toMatch(
      /^H[23]$/,
    );
  expect(page(long.slice(0, 2)).querySelector(".contents")).toBe(null);
});

test("KaTeX's style and plotly.js are loaded only where they are needed", () => {
  const figure = {
    ...code("1"),
    outputs: [{ output_type: "display_data", data: { "application/vnd.plotly.v1+json": { data: [] } }, metadata: {} }],
  };
  const sources = (document: Document): string[] =>
    [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src")!,
    );
  expect(sources(page([markdown("# A")]))).toEqual([]);
  expect(sources(page([markdown("$x$"), figure]))).toEqual(["assets/katex/katex.min.css", "assets/plotly.min.js"]);
});

test("when and on what it ran, and the file", () => {
  const footer = page(long).querySelector("footer")!;
  expect(footer.textContent).toBe("Run on 2024-01-02 03:04 UTC in 12 s on the tslab kernel.Notebook file");
  expect(footer.querySelector("a")!.getAttribute("href")).toBe("b.ipynb");
});

test("a failed run is said at the top, with the way to the cell", () => {
  const record = { ...run, failure: { number: 2, cell: "cell-1", error: "Error: <b>" } };
  const note = page([code("throw 1")], { record }).querySelector("main > .failure")!;
  expect(note.textContent).toBe("stopped at code cell 2: Error: <b> See the cell");
  expect(note.ownerDocument.querySelector(note.querySelector("a")!.getAttribute("href")!)).not.toBe(null);
  expect(page(long).querySelector(".failure")).toBe(null);
});

test("every word of its own is Korean on a Korean page", () => {
  const record = { ...run, failure: { number: 2, cell: "x", error: "E" } };
  const document = page(
    long.map((cell) => ({ ...cell, source: String(cell.source).replaceAll(/[a-z<>]/gi, "가") })),
    { lang: "ko", record },
  );
  const text = [...document.querySelectorAll("nav, footer, .failure")].map(({ textContent }) => textContent).join(" ");
  expect(text.replaceAll(/tslab|UTC|E /g, "")).not.toMatch(/[a-z]/i);
});

test("the body letter by letter: of a notebook that did not run, and of one that went on behind failures", () => {
  const body = (record: RunRecord | null) => /<body>\n([^]*)\n<script>/.exec(pageHtml([markdown("x")], { record, name: "a" }))![1];
  const nav = (place: string) => `<nav class="pages ${place}" aria-label="Notebooks"><span></span><a href="index.html">Notebooks</a><a rel="next" href="b.html">Next →</a></nav>`;
  const cell = /<section[^]*<\/section>\n/.exec(pageHtml([markdown("x")], {}))![0];
  expect(body(null)).toBe(`${nav("top")}

<main>
${cell}</main>
<footer><p><a href="a.ipynb">Notebook file</a></p></footer>
${nav("bottom")}`);
  expect(body(run)).toContain(`<main>\n${cell}</main>`);
  const failures = [{ number: 2, cell: "c<", error: "E: 1" }, { number: 3, cell: "d", error: "E: 2" }];
  expect(body({ ...run, failure: failures[0], failures })).toContain(`<main>
<p class="failure"><strong>2 code cells failed</strong>: E: 1 <a href="#cell-c&lt;">See the cell</a><br>
E: 2 <a href="#cell-d">See the cell</a></p>
${cell}</main>
<footer><p>Run on 2024-01-02 03:04 UTC in 12 s on the tslab kernel.</p><p><a href="a.ipynb">Notebook file</a></p></footer>`);
});

test("the ways to other pages say what they are", () => {
  expect(page(long).querySelector("nav.pages.bottom")!.innerHTML).toBe('<a rel="prev" href="a.html">← Previous</a><a href="index.html">Notebooks</a><a rel="next" href="c.html">Next →</a>');
});

test("the contents letter by letter", () => {
  const cells = [markdown("## One *a*\n\n### Two b\n\n## One *a*\n\n### C&D")];
  expect(page(cells).querySelector(".contents")!.outerHTML).toBe(`<nav class="contents" aria-label="Contents"><details><summary>Contents</summary><ol>
<li class="level-1"><a href="#One-a">One <em>a</em></a></li>
<li class="level-2"><a href="#Two-b">Two b</a></li>
<li class="level-1"><a href="#One-a-2">One <em>a</em></a></li>
<li class="level-2"><a href="#C%26D">C&amp;D</a></li>
</ol></details></nav>`);
});

test("the first heading is left out of the contents only where it is the title", () => {
  const items = (text: string) => page([markdown(text)]).querySelectorAll(".contents li").length;
  expect(items("# A\n## B\n## C\n## D")).toBe(0);
  expect(items("# A\n## B\n## C\n## D\n## E")).toBe(4);
  expect(items("## A\n## B\n## C\n## D")).toBe(4);
  expect(items("## A\n## B\n## C\n#### D")).toBe(0);
  expect(items("no heading")).toBe(0);
});

test.each([
  [0.04, "0.0"],
  [9.94, "9.9"],
  [9.96, "10.0"],
  [10, "10"],
  [12.5, "13"],
])("%f seconds are told as %s", (seconds, told) => {
  expect(page(long, { record: { ...run, seconds, kernel: "<k>" } }).querySelector("footer p")!.textContent).toBe(`Run on 2024-01-02 03:04 UTC in ${told} s on the <k> kernel.`);
});

test.each([
  [{ language_info: { name: "Python" } }, "python"],
  [{ language_info: {}, kernelspec: { language: "R" } }, "r"],
  [{ kernelspec: { language: "TypeScript" } }, "typescript"],
  [{ kernelspec: undefined }, ""],
])("the language of the code by %j is %j", (metadata, language) => {
  expect(languageOf({ metadata, cells: [] })).toBe(language);
});

test("code is coloured in the notebook's language, also in its text", () => {
  const document = page([code("def f(): pass"), markdown("```\ndef f(): pass\n```")], { metadata: { language_info: { name: "python" } } });
  expect([...document.querySelectorAll("pre.code")].map((pre) => pre.querySelector(".hljs-keyword")?.textContent)).toEqual(["def", "def"]);
});

test("a language that is no text is none; addresses are those of the page", () => {
  expect(page(long, { metadata: { lang: 3 } }).documentElement.lang).toBe("en");
  expect(page([markdown("[c](c.ipynb)")]).querySelector("main a")!.getAttribute("href")).toBe("c.html");
  expect(page([markdown("x".repeat(200_001))]).querySelector(".saved")!.textContent).toBe("This text is too long to be set: it is shown as it is written.");
});

test("a figure in a folder of the site draws by the file that all share", () => {
  const figure = { ...code("1"), outputs: [{ output_type: "display_data", data: { "application/vnd.plotly.v1+json": { data: [] } }, metadata: {} }] };
  expect(page([markdown("x"), figure], { name: "ko/a" }).querySelector("script[src]")!.getAttribute("src")).toBe("../assets/plotly.min.js");
});
