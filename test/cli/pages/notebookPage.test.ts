import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { notebookPage } from "../../../src/cli/pages/notebookPage.js";
import { type RunRecord, withRunRecord } from "../../../src/cli/pages/runRecord.js";
import type { Site } from "../../../src/cli/pages/site.js";
import { code, markdown, notebookText } from "../run/notebookText.js";

const site: Site = { out: join("/p", "out"), notebooks: join("/p", "notebooks"), names: ["a", "b", "c"] };
const run: RunRecord = { date: "2024-01-02T03:04:05Z", seconds: 12.3, kernel: "tslab" };

function page(
  cells: Record<string, unknown>[],
  { metadata = {}, record = run, name = "b", lang = "en" } = {},
): Document {
  const notebook = withRunRecord(readNotebook(notebookText(cells, metadata), name), record);
  const { html } = notebookPage({ name, path: join(site.notebooks, `${name}.ipynb`), notebook, lang }, site);
  return new JSDOM(html).window.document;
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
