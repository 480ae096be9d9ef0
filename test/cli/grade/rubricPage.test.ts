/** The marking page in a browser: by keys alone, kept over a reload, saved to a file, and told to people who cannot see it. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedbackPage } from "../../../src/cli/grade/feedbackPage.js";
import { overviewPage } from "../../../src/cli/grade/overviewPage.js";
import { rubricPage } from "../../../src/cli/grade/rubricPage.js";
import type { HandInResult } from "../../../src/cli/grade/result.js";
import { browserIsMissing, launchBrowser } from "../../fixtures/browsers.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { grading } from "./course.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = temporaryFolder();
const course = grading();

const student = (id: string, name: string, lang: string, answer: string): HandInResult => ({
  key: "", id, name, file: `${id}.zip`, submitted: "2026-12-01T10:00+09:00", lang, flags: [{ kind: "syntax", about: "3:1: x" }],
  exercises: [{ id: "relu", hidden: [], ending: null, texts: ["function reluForward(x) { return x; }"], uses: [], flags: [], open: [{ name: "forward", status: "failed", measured: "1", limit: "0", diagnosis: "wrong <i>sign</i>", causes: ["sign"], example: "x[0] = 1" }] }],
  answers: [{ id: "question-1", text: answer }, { id: "question-2", text: "" }],
});
const results = [student("ada", "Ada", "en", "Sigmoid $s(1-s)$ <script>document.title = 'run'</script> ![p](https://example.org/p.png)"), student("bo", "김민준", "ko", "ReLU입니다."), ...["c", "d", "e"].map((id) => student(id, id, "en", "Both."))];

let browser: Browser | undefined;
beforeAll(async () => {
  if (!browserIsMissing) browser = await launchBrowser();
});
afterAll(async () => browser?.close());

async function open(name: string, html: string, width = 1280): Promise<{ readonly page: Page; readonly errors: string[]; readonly requests: string[] }> {
  const path = join(folder, name);
  writeFileSync(path, html);
  const page = await browser!.newPage({ viewport: { width, height: 900 } });
  const [errors, requests]: [string[], string[]] = [[], []];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`file://${path}`);
  return { page, errors, requests: requests.filter((url) => !/^(file|data|blob):/.test(url)) };
}

describe.skipIf(browserIsMissing).each(["en", "ko"])("in %s", (lang) => {
  const about = { grading: course, marks: {}, lang };
  const pages: Readonly<Record<string, string>> = { "rubric.html": rubricPage(results, about), "grades.html": overviewPage(results, [], [], about), "feedback.html": feedbackPage(results[lang === "ko" ? 1 : 0]!, course, {}) };

  it.each(Object.entries(pages))("%s loads nothing, runs nothing of a student's, fits a phone and passes axe", async (name, html) => {
    const { page, errors, requests } = await open(`${lang}-${name}`, html, 390);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => (await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`));
    expect(violations).toEqual([]);
    expect([errors, requests]).toEqual([[], []]);
    expect(await page.title()).not.toBe("run");
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await page.close();
  });
});

it.skipIf(browserIsMissing)("is worked by keys, keeps what was ticked, and saves it", async () => {
  const html = rubricPage(results, { grading: course, marks: {}, lang: "en" });
  const { page } = await open("keys.html", html);
  await page.fill("#marker", "Kim");
  await page.locator("#next").focus();
  for (const key of ["j", "1", "3", "d", "j", "d"]) await page.keyboard.press(key);
  expect(await page.textContent("#progress")).toBe("2 of 5 marked");
  expect(await page.isVisible(".name >> nth=0")).toBe(false);
  await page.keyboard.press("n");
  expect(await page.isVisible(".name >> nth=0")).toBe(true);
  await page.reload();
  expect(await page.textContent("#progress")).toBe("2 of 5 marked");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const path = join(folder, "marks.json");
  await download.saveAs(path);
  const { marks } = JSON.parse(readFileSync(path, "utf8")) as { marks: Record<string, Record<string, { ticked: string[]; done: boolean; by: string }>> };
  const saved = Object.values(marks).map((of) => of["question-1"]!);
  expect(saved.map(({ ticked, done, by }) => [ticked, done, by])).toEqual(expect.arrayContaining([[["which", "relu"], true, "Kim"], [[], true, "Kim"]]));
  await page.close();
});
