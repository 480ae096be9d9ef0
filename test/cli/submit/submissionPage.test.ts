import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { ProjectNotebook } from "../../../src/cli/submit/project.js";
import { questionsOf } from "../../../src/cli/submit/questions.js";
import type { Submission } from "../../../src/cli/submit/submission.js";
import { generator, submissionPage } from "../../../src/cli/submit/submissionPage.js";
import { answer, failed, projectNotebook, ran, sampleNotebooks, text } from "./sampleProject.js";

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
  expect(document.getElementById("q1-cell-asked")).not.toBe(null);
});

test("speaks Korean where asked to", () => {
  const document = parsed(page(sample, { lang: "ko" }));
  expect(document.documentElement.lang).toBe("ko");
  expect(words(document.querySelector(".front"))).toContain("제출물 날짜: 2025-01-02 답안 Question 1 작성함");
});
