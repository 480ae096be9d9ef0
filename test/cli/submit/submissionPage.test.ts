import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { notebookTitle } from "../../../src/cli/submit/notebookSection.js";
import type { ProjectNotebook } from "../../../src/cli/submit/project.js";
import { questionsOf } from "../../../src/cli/submit/questions.js";
import type { Submission } from "../../../src/cli/submit/submission.js";
import { generator, submissionPage } from "../../../src/cli/submit/submissionPage.js";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { answer, failed, fresh, projectNotebook, ran, sampleNotebooks, text } from "./sampleProject.js";

const sample = Object.entries(sampleNotebooks).map(([name, cells]) => projectNotebook(name, cells));
const problems: string[] = [];

function page(notebooks: readonly ProjectNotebook[], rest: Partial<Submission> = {}): string {
  const questions = questionsOf(notebooks);
  const submission = { project: "sample", author: null, date: "2025-01-02", questions, notebooks, modelAnswers: false, lang: "en" };
  return submissionPage({ ...submission, ...rest }, (problem) => problems.push(problem));
}

// jsdom does not know all of the style.
const parsed = (html: string) => new JSDOM(html.replace(/<style>[^]*<\/style>/, "")).window.document;
const words = (element: Element | null) => element?.textContent?.replaceAll(/\s+/g, " ").trim();

test("front: who, when, and the state of answers and notebooks", () => {
  const html = page(sample, { author: '김 <b>"민수"' });
  const document = parsed(html);
  expect(document.title).toBe('sample · Hand-in · 김 <b>"민수"');
  expect(words(document.querySelector(".front"))).toBe(
    'sample Hand-in Name: 김 <b>"민수" Date: 2025-01-02 Answers Question 1 answered Question 2 Not answered. Notebooks Zebra 1 of 1 code cells ran without an error Ant 0 of 1 code cells ran without an error',
  );
  expect([...document.querySelectorAll(".front .missing")].map(words)).toEqual(["Not answered.", "0 of 1 code cells ran without an error"]);
  expect(html).toContain('content: "sample · 김 \\3c b>\\22 민수\\22 "');
  expect(html.indexOf(generator)).toBeLessThan(200);
});

test("each question is quoted above its answer, the notebooks follow in order", () => {
  const document = parsed(page(sample));
  const [first, second] = document.querySelectorAll(".answers > section");
  expect(words(first!.querySelector(".question"))).toBe("Question 1# Which of them?");
  expect(first!.querySelector(".question blockquote")).not.toBe(null);
  expect(words(first!.querySelector(".answer"))).toContain("시그모이드는");
  expect(first!.querySelector(".answer .katex")).not.toBe(null);
  expect(words(second!.querySelector(".answer"))).toBe("Not answered.");
  expect([...document.querySelectorAll("main > *")].map((element) => element.className)).toEqual([
    "front",
    "answers",
    "notebook",
    "notebook",
  ]);
  expect([...document.querySelectorAll("article")].map(({ id }) => id)).toEqual(["notebook-zebra", "notebook-ant"]);
  expect(document.body.textContent).toContain("printed by zebra");
});

test("the model answers are left out, or kept open", () => {
  expect(page(sample)).not.toContain("The model says so");
  const fold = parsed(page(sample, { modelAnswers: true })).querySelector("details")!;
  expect(fold.textContent).toContain("The model says so");
  expect(fold.hasAttribute("open")).toBe(true);
});

test("ids differ though headings and cells are called the same, and links find theirs", () => {
  const cells = [text("t", "# Same\n\n[here](#Part) and [there](two.ipynb#Part)\n\n## Part")];
  const document = parsed(page([projectNotebook("one", cells), projectNotebook("two", cells)]));
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...document.querySelectorAll("article a:not(.anchor)")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["#one-Part", "#two-Part", "#two-Part", "#two-Part"]);
  for (const link of links) expect(document.getElementById(link!.slice(1))).not.toBe(null);
});

test("the page holds all it needs: pictures for plots, fonts for formulas, no address elsewhere", () => {
  const figure = {
    "application/vnd.plotly.v1+json": { data: [], layout: {} },
    "image/png": "cGljdHVyZQ==",
    "text/html": '<div id="plot"></div><script src="https://cdn.example.com/plot.js"></script>',
  };
  const shows = { ...ran("c", "draw()", ""), outputs: [{ output_type: "display_data", data: figure, metadata: {} }] };
  const attachments = { "그림 1.png": { "image/png": "YXR0YWNoZWQ=" } };
  const source = "$x^2$ ![a](attachment:그림%201.png) ![b](https://example.com/b.png)";
  problems.length = 0;
  const html = page([projectNotebook("n", [text("q", "> Why?"), answer("a", source, { attachments }), shows])]);
  const pictures = [...parsed(html).querySelectorAll("img")].map((image) => image.getAttribute("src"));
  const answered = ["data:image/png;base64,YXR0YWNoZWQ=", ""];
  expect(pictures).toEqual([...answered, ...answered, "data:image/png;base64,cGljdHVyZQ=="]);
  expect(problems).toEqual([
    "notebooks/n.ipynb: the picture https://example.com/b.png is not beside the notebook; save it there and use its file name",
  ]);
  expect(html).toContain("url(data:font/woff2;base64,");
  expect(html.match(/(?:src|href)="(?!data:|#)[^"]*"|url\((?!data:)[^)]*\)|@import/g)).toEqual(['src=""', 'src=""']);
});

test("a figure without a picture is drawn by plotly.js inside the page", () => {
  const data = { "application/vnd.plotly.v1+json": { data: [{ y: [1] }], layout: {} } };
  const shows = { ...ran("c", "draw()", ""), outputs: [{ output_type: "display_data", data, metadata: {} }] };
  const html = page([projectNotebook("n", [shows])]);
  expect(html).toContain("Plotly.newPlot(");
  expect(html.length).toBeGreaterThan(1e6);
  expect(page([projectNotebook("n", [failed("c", "oh no")])]).length).toBeLessThan(1e5);
});

test("an answer below no question stands under a number", () => {
  const document = parsed(page([projectNotebook("n", [answer("a", "So.")])]));
  expect(words(document.querySelector(".answers"))).toBe("Answers Question 1# From notebooks/n.ipynb So.");
  expect(document.getElementById("q1-cell-asked")!.className).toBe("cell markdown");
});

test("speaks Korean where asked to", () => {
  const document = parsed(page(sample, { lang: "ko" }));
  expect(document.documentElement.lang).toBe("ko");
  expect(words(document.querySelector(".front"))).toContain("제출물 날짜: 2025-01-02 답안 Question 1 작성함");
});

const front = (html: string) => /<header class="front">[^]*?<\/header>/.exec(html)![0];
const answers = (html: string) => /<div class="answers">[^]*?\n<\/div>\n<article/.exec(html)![0].slice(0, -"\n<article".length);

test("the front letter by letter", () => {
  const check = { ...ran("check-a", "check()", ""), outputs: [{ output_type: "display_data", data: { [checksType]: { version: 1, subject: "layer <a>", status: "passed" } }, metadata: {} }] };
  const stub = (id: string) => ({ ...ran(id, "f()", ""), metadata: { tags: ["exercise"] } });
  const cells = [text("q", "## <Why>\n\n> Why?"), answer("a", "So."), stub("s"), check, stub("t"), fresh("check-b", "check()"), stub("u"), fresh("check-c", "check()")];
  const html = page([projectNotebook("my #1", cells), projectNotebook("two", [text("t", "# Two <x>"), text("r", "## How\n\n> How?"), answer("b", "")])], { author: "A<", project: "p<", date: "d<" });
  expect(front(html)).toBe(`<header class="front">
<h1>p&lt;</h1>
<p class="kind">Hand-in</p>
<p>Name: <strong>A&lt;</strong></p>
<p>Date: d&lt;</p>
<h2>Answers</h2>
<ul>
<li><a href="#question-1">&lt;Why&gt;</a> <span>answered</span></li>
<li><a href="#question-2">How</a> <span class="missing">Not answered.</span></li>
</ul>
<h2>Exercises: 1 of 3 passed</h2>
<ul>
<li><a href="#my%20%231-cell-check-a">layer &lt;a&gt;</a> <span>passed</span></li>
<li><a href="#my%20%231-cell-check-b">b</a> <span class="missing">not run</span></li>
<li><a href="#my%20%231-cell-check-c">c</a> <span class="missing">not run</span></li>
</ul>
<h2>Notebooks</h2>
<ul>
<li><a href="#notebook-my%20%231">my #1</a> <span class="missing">4 of 6 code cells ran without an error</span></li>
<li><a href="#notebook-two">Two &lt;x&gt;</a> <span>0 of 0 code cells ran without an error</span></li>
</ul>
</header>`);
  expect(front(page(sample))).toContain('<p class="kind">Hand-in</p>\n<p>Date: 2025-01-02</p>');
});

test("questions and answers letter by letter", () => {
  const hidden = { metadata: { tags: ["answer", "remove-cell"] } };
  const one = projectNotebook("one", [text("q", "# A <b>\n\n> 1\n> 2", { metadata: { tags: ["remove-cell"] } }), answer("a", "So.", hidden)], { lang: "ko" });
  const two = projectNotebook("two<", [text("q", "# A\n\n> 1\n> 2"), answer("b", "Or so.")]);
  const three = projectNotebook("three", [text("r", "# B"), answer("c", "")]);
  const anchor = (id: string) => `<a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1">#</a>`;
  expect(answers(page([one, two, three]))).toBe(`<div class="answers">
<h1>Answers</h1>
<section id="question-1">
<div class="question" lang="ko">
<section class="cell markdown" id="q1-cell-q">
<h2 id="q1-A-&lt;b&gt;" tabindex="-1">A <b>${anchor("q1-A-&lt;b&gt;")}</h2>
<blockquote>
<p>1
2</p>
</blockquote>
</b>
</section>
</div>
<div class="answer" lang="ko">
<p class="from">From notebooks/one.ipynb</p>
<section class="cell markdown" id="a1-one-cell-a">
<p>So.</p>

</section>
</div>
<div class="answer" lang="en">
<p class="from">From notebooks/two&lt;.ipynb</p>
<section class="cell markdown" id="a1-two&lt;-cell-b">
<p>Or so.</p>

</section>
</div>
</section>
<section id="question-2">
<div class="question" lang="en">
<section class="cell markdown" id="q2-cell-r">
<h2 id="q2-B" tabindex="-1">B${anchor("q2-B")}</h2>

</section>
</div>
<div class="answer missing">Not answered.</div>
</section>
</div>`);
});

test("without questions there are no answers", () => {
  expect(page([projectNotebook("n", [text("t", "x")])])).toContain("</header>\n\n<article ");
});

test("a notebook in the hand-in letter by letter", () => {
  const run = { date: "2025-01-02T03:04:05Z", seconds: 12, kernel: "k" };
  const cells = [text("t", "x"), text("model-answer-1", "m"), text("tagged", "m", { metadata: { tags: ["model-answer"] } }), text("u", "y")];
  const cell = (id: string, html: string) => `<section class="cell markdown" id="n"-cell-${id}">\n<p>${html}</p>\n\n</section>\n`.replace('"-', "&quot;-");
  const article = (of: ProjectNotebook) => /<article[^]*<\/article>/.exec(page([of]))![0];
  expect(article(projectNotebook('n"', cells, { run, lang: "k<o" }))).toBe(`<article class="notebook" id="notebook-n&quot;" lang="k&lt;o">
<header><p>notebooks/n&quot;.ipynb. Run on 2025-01-02 03:04 UTC in 12 s on the k kernel.</p></header>
${cell("t", "x")}${cell("u", "y")}</article>`);
  expect(article(projectNotebook("n", []))).toBe('<article class="notebook" id="notebook-n" lang="en">\n<header><p>notebooks/n.ipynb.</p></header>\n</article>');
});

test.each([
  ["#  A *b* \n# C", "A *b*"],
  ["x\n# A", "A"],
  ["## A", "n"],
  ["x # A", "n"],
  ["#A", "n"],
])("the title of a notebook that begins with %j", (source, title) => {
  const cells = [{ ...ran("c", "# code", "") }, text("t", source)];
  expect(notebookTitle("n", projectNotebook("n", cells).notebook)).toBe(title);
  expect(notebookTitle("n", projectNotebook("n", [text("s", "words"), ...cells, text("u", "# Later")]).notebook)).toBe(title === "n" ? "Later" : title);
});

test("outputs of a notebook that were not made here are said to be saved, and in the notebook's language", () => {
  const notebook = projectNotebook("n", [ran("c", "f()", "printed")], { lang: "ko" });
  expect(page([{ ...notebook, ran: new Set<string>() }])).toContain('<p class="saved">이전에 저장된 출력: 이 코드는 여기서 실행되지 않았습니다.</p>');
  expect(page([{ ...notebook, ran: new Set(["c"]) }])).not.toContain('class="saved"');
});

test("code in the language of its notebook, and texts that are too long", () => {
  const python = projectNotebook("n", [ran("c", "def f(): pass", ""), text("t", "```\ndef g(): pass\n```")], { language_info: { name: "python" } });
  expect(page([python]).match(/<span class="hljs-keyword">def<\/span>/g)).toHaveLength(2);
  expect(page([projectNotebook("n", [text("t", "x".repeat(200_001))])])).toContain("This text is too long to be set");
});

test("the head: whose it is, what it allows, and its own style behind that of the pages", () => {
  const html = page(sample, { author: "Ada" });
  expect(html).toContain("<title>sample · Hand-in · Ada</title>");
  expect(page(sample)).toContain("<title>sample · Hand-in</title>");
  expect(page(sample)).toContain('content: "sample"');
  expect(html).toContain(`<meta charset="utf-8">\n${generator}\n<meta name="viewport"`);
  expect(html).toMatch(/\}\n@page \{\n {2}size: A4; [^]*\n<\/style>/);
  expect(html).toContain("<main>\n<header");
  expect(html).toContain("</article>\n</main>\n<script>\naddEventListener(");
  const odd = page(sample, { project: 'a"b\\c<d\ne\rf\fg' });
  expect(odd).toContain('content: "a\\22 b\\5c c\\3c d\\a e\\d f\\c g";');
});

test("on paper what is too wide is made smaller, and a table that would be too small is broken", () => {
  const script = /<script>(\naddEventListener\("load"[^]*?)<\/script>/.exec(page(sample))![1]!;
  const { window } = new JSDOM('<p class="katex-display"></p><p class="katex-display"></p><div><table></table></div><div><table></table></div><div><table></table></div>', { runScripts: "outside-only" });
  const { document } = window;
  const sized = (element: Element, sizes: Record<string, number>) => {
    for (const [name, value] of Object.entries(sizes)) Object.defineProperty(element, name, { value });
  };
  const [wide, narrow] = document.querySelectorAll<HTMLElement>(".katex-display");
  sized(wide!, { clientWidth: 100, scrollWidth: 200 });
  sized(narrow!, { clientWidth: 100, scrollWidth: 100 });
  const tables = [...document.querySelectorAll("table")];
  for (const [index, width] of [100, 125, 400].entries()) {
    sized(tables[index]!.parentElement!, { clientWidth: 100 });
    sized(tables[index]!, { offsetWidth: width });
    tables[index]!.style.fontSize = "10px";
  }
  Object.defineProperty(document, "fonts", { value: { ready: { then: (act: () => void) => act() } } });
  window.eval(script);
  window.dispatchEvent(new window.Event("load"));
  expect([wide!.style.fontSize, narrow!.style.fontSize]).toEqual(["0.49em", ""]);
  expect(tables.map(({ style, className }) => [style.fontSize, className])).toEqual([["10px", ""], ["7.84px", ""], ["2.45px", "crowded"]]);
});
