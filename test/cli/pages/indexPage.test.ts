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
  ["# A\n\none", "A", "one"],
  ["# A <!-- x --><!-- y -->b\n\n<!-- z -->one <!-- no end", "A b", "one <!-- no end"],
  ["<!--\n# Not this\n-->\n# A\n\none", "A", "one"],
  ["# A\n\none --> two <!-- three --> four", "A", "one --> two  four"],
  ["one\n## A\ntwo", "A", "one"],
  ["#A\n\n- a\n\n> b\n\n| c |\n\none", "n", "one"],
  ["# A\n  \none\ntwo\n \nthree", "A", "one\ntwo"],
  ["x # A\n\n#hash", "n", "x # A"],
  ["# A\n# B\none", "A", "one"],
  ["# A\n\n  one", "A", "one"],
])("title and first paragraph of %j", (text, title, summary) => {
  const document = dom(source("n", text));
  expect(texts(document, "h3")).toEqual([title]);
  expect(document.querySelector("li > h3 + *")!.textContent!.trim()).toBe(summary);
});

test.each(["*a*", "_a_", "`a`", "$a$", '"a"', "“a”", "(a)", "1", "가"])("a paragraph may begin as %s does", (text) => {
  expect(texts(dom(source("n", `# A\n\n- x\n\n${text}`)), "li > p:not(.run)")).toHaveLength(1);
});

test("what stands far below the beginning is no title", () => {
  const long = (length: number) => `${"- x\n".repeat(5000).slice(0, length - 6)}\n\n# A\n`;
  expect([long(20_000).length, texts(dom(source("n", long(20_000))), "h3")]).toEqual([20_000, ["A"]]);
  expect(texts(dom(source("n", long(20_004))), "h3")).toEqual(["n"]);
});

test("the list letter by letter", () => {
  const { html, math, plotly } = indexPage([source("a", "# A", null), source("ko/a", "# B", run, { lang: "k<o" })], site, "en");
  expect([math, plotly]).toEqual([false, false]);
  expect(/<main[^]*<\/main>/.exec(html)![0]).toBe(`<main class="index">
<h1>Notebooks</h1>
<h2 lang="en">English</h2>
<ol class="notebooks">
<li lang="en"><h3><a href="a.html">A</a></h3>
<p class="run"><a href="a.ipynb">a.ipynb</a></p></li>
</ol>
<h2 lang="ko">한국어</h2>
<ol class="notebooks">
<li lang="k&lt;o"><h3><a href="ko/a.html">B</a></h3>
<p class="run"><span class="good">passed</span> Run on 2024-01-02 03:04 UTC in 1.2 s on the tslab kernel. <a href="ko/a.ipynb">a.ipynb</a></p></li>
</ol>
</main>`);
  expect(/<ol[^]*<\/ol>/.exec(indexPage([source("a", "# A"), source("b", "# B")], site, "en").html)![0]).toMatch(/<\/li>\n<li /);
  expect(html).toContain("<title>Notebooks</title>");
});

test("formulas of titles have their style beside the page", () => {
  expect(indexPage([source("a", "# $x$")], site, "en")).toMatchObject({ math: true, html: expect.stringContaining('href="assets/katex/katex.min.css"') });
});

test.each(["a", "abcd", "KO", "1ko", "x<y"])("a folder called %s is no language", (folder) => {
  expect(dom(source("a", "# A"), source(`${folder}/a`, "# B")).querySelectorAll("h2")[1]!.outerHTML).toBe(`<h2>${folder.replace("<", "&lt;")}</h2>`);
});

test("a language of three letters has its name; own and other editions in their order", () => {
  const sources = ["a", "zz/a", "fil/a", "ko/a"].map((name) => source(name, "# A"));
  expect(texts(index("en", sources), "h2")).toEqual(["English", "zz", "Filipino", "한국어"]);
  expect(texts(index("ko", sources), "h2")).toEqual(["한국어", "English", "zz", "Filipino"]);
  expect(texts(index("en", [...sources].reverse()), "h2")).toEqual(["English", "한국어", "Filipino", "zz"]);
});

test("text cells alone are read, and a notebook without any has its name", () => {
  const coded = source("a<b", "");
  const cells = [{ cell_type: "code" as const, id: "c", metadata: {}, source: "# no title", outputs: [], execution_count: null }];
  const document = dom({ ...coded, notebook: { ...coded.notebook, cells } });
  expect(texts(document, "h3")).toEqual(["a<b"]);
  expect(texts(document, "li > p")).toHaveLength(1);
});

test("a run that went on says how many cells failed", () => {
  const failure = { number: 3, cell: "c", error: "E" };
  const entry = dom(source("a", "# A", { ...run, failure, failures: [failure, failure] })).querySelector(".run")!;
  expect(entry.textContent).toMatch(/^2 code cells failed Run on /);
});

test.each([
  ["One. Two? Three\nwords:", "One. Two?"],
  ["One. *Two.*", "One. Two."],
  ["In the end:", "In the end:"],
  ["One.two, three:", "One.two, three:"],
  ["One! Two:", "One!"],
  ["One. Two. Three. Four:", "One. Two. Three."],
  ["One. (Two!)", "One. (Two!)"],
  ["One, two", "One, two"],
  ["One. Two", "One."],
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
