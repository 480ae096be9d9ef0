import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { indexPage } from "../../../src/cli/pages/indexPage.js";
import type { PageSource } from "../../../src/cli/pages/notebookPage.js";
import { type RunRecord, withRunRecord } from "../../../src/cli/pages/runRecord.js";
import type { Site } from "../../../src/cli/pages/site.js";
import { markdown, notebookText } from "../run/notebookText.js";

const site: Site = { out: join("/p", "out"), notebooks: join("/p", "notebooks"), names: ["a", "b", "ko/a"] };
const run: RunRecord = { date: "2024-01-02T03:04:05Z", seconds: 1.23, kernel: "tslab" };

function source(name: string, text: string, record: RunRecord | null = run, metadata = {}): PageSource {
  const notebook = readNotebook(notebookText([markdown(text)], metadata), name);
  return {
    name,
    path: join(site.notebooks, `${name}.ipynb`),
    notebook: record ? withRunRecord(notebook, record) : notebook,
    lang: "en",
  };
}

const index = (lang: string, sources: PageSource[]): Document => new JSDOM(indexPage(sources, site, lang).html).window.document;
const dom = (...sources: PageSource[]): Document => index("en", sources);
const texts = (document: Document, selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent);

test("each notebook with title, first paragraph, verdict and links", () => {
  const entry = dom(source("a", "# First $x$\nAbout *this*; see [b](b.ipynb).\n\nMore.")).querySelector(
    ".notebooks > li",
  )!;
  expect(entry.querySelector("h3 > a")!.getAttribute("href")).toBe("a.html");
  expect(entry.querySelector("h3 .katex")).not.toBe(null);
  expect(entry.querySelector("p em")!.textContent).toBe("this");
  expect(entry.querySelector("p a")!.getAttribute("href")).toBe("b.html");
  expect(entry.textContent).not.toContain("More");
  expect(entry.querySelector(".run")!.textContent).toBe(
    "passed Run on 2024-01-02 03:04 UTC in 1.2 s on the tslab kernel. a.ipynb",
  );
  expect(entry.querySelector(".run a")!.getAttribute("href")).toBe("a.ipynb");
});

test("comments are not read out", () => {
  const document = dom(source("a", "<!-- BEGIN -->\n# Title\n\nAbout.\n<!-- END -->\n<!-- # Other\n\nNot this. -->"));
  expect(texts(document, "h3")).toEqual(["Title"]);
  expect(texts(document, "li > p:not(.run)")).toEqual(["About."]);
});

test.each([
  ["One. Two? Three\nwords:", "One. Two?"],
  ["One. *Two.*", "One. Two."],
  ["In the end:", "In the end:"],
])("of a paragraph that goes on in a list or formula, the whole sentences: %j", (text, summary) => {
  expect(texts(dom(source("a", `# A\n\n${text}\n\n- x`)), "li > p")[0]).toBe(summary);
});

test("a notebook that failed says where, one without title goes by its name", () => {
  const document = dom(
    source("a", "text", { ...run, failure: { number: 3, cell: "c", error: "E" } }),
    source("b", "", null),
  );
  expect(document.querySelector(".bad")!.textContent).toBe("stopped at code cell 3");
  expect([...document.querySelectorAll("h3")].map(({ textContent }) => textContent)).toEqual(["a", "b"]);
  expect(document.querySelectorAll(".good")).toHaveLength(0);
});

test("each edition stands under the name of its language, other folders under their own", () => {
  const document = dom(source("a", "# A"), source("ko/a", "# 가", run, { lang: "ko" }), source("more_of/a", "# B"));
  expect(texts(document, "h2")).toEqual(["English", "한국어", "more_of"]);
  expect(texts(dom(source("ko/a", "# 가")), "h2")).toEqual([]);
  const korean = document.querySelector("h2 + ol > li[lang=ko]")!;
  expect(korean.querySelector("a")!.getAttribute("href")).toBe("ko/a.html");
  expect(korean.querySelector(".good")!.textContent).toBe("통과");
});

test("the edition that was asked for comes first, and its language is that of the page", () => {
  const document = index("ko", [source("a", "# A"), source("b", "# B"), source("ko/a", "# 가", run, { lang: "ko" })]);
  expect(texts(document, "h1, h2")).toEqual(["노트북", "한국어", "English"]);
  expect(texts(document, "h3")).toEqual(["가", "A", "B"]);
  expect(document.documentElement.lang).toBe("ko");
});
