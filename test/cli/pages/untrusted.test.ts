/** Pages of notebooks whose every part that is data tries to run a script, in a browser. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test, vi } from "vitest";
import { CheckReport } from "../../../src/study/exercises/checkReport.js";
import { reportHtml } from "../../../src/study/exercises/reportText.js";
import { tableHtml } from "../../../src/jupyter/display/tableHtml.js";
import { plainFigure } from "../../../src/notebook/figure/plainFigure.js";
import { figureBundle } from "../../../src/notebook/figure/figureBundle.js";
import { figureTemplate } from "../../../src/notebook/figure/figureTemplate.js";
import { plotlyScript } from "../../../src/notebook/figure/plotlyScript.js";
import { progressHtml } from "../../../src/notebook/progress/progressLine.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { siteOf } from "../../../src/cli/pages/site.js";
import { writeIndexPage, writeNotebookPage } from "../../../src/cli/pages/writePages.js";
import { questionsOf } from "../../../src/cli/submit/questions.js";
import { submissionPage } from "../../../src/cli/submit/submissionPage.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { browser, open } from "./browser.js";

vi.setConfig({ testTimeout: 180_000 });

const HIT = "document.documentElement.dataset.hit=1";
/** Leaves whatever it stands in: attributes, elements, scripts, comments, styles. */
const P = `'"--></script></style></title></textarea></pre></svg><img src=x onerror=${HIT}><script>${HIT}</script><svg onload=${HIT}><details open ontoggle=${HIT}>`;
const LINK = `<a href="javascript:${HIT}">click</a><a href='jAvA\tscript:${HIT}'>click</a>`;

const markdownCell = (source: string, rest: object = {}) => ({ cell_type: "markdown", id: "m", metadata: {}, source, ...rest });
const code = (outputs: object[], rest: object = {}) => ({ cell_type: "code", id: `c${P}`, metadata: { tags: [P] }, source: P, execution_count: 1, outputs, ...rest });
const shows = (data: object, metadata: object = {}) => code([{ output_type: "display_data", data, metadata }]);

const plotted = {
  data: [
    { y: [1, 2], name: P, text: [P, LINK], mode: "markers+text", hovertemplate: P },
    { type: "heatmap", z: [[1]], x: [P], y: [LINK], text: [[P]], texttemplate: "%{text}" },
  ],
  layout: {
    title: { text: P + LINK }, xaxis: { title: { text: LINK } }, showlegend: true,
    annotations: [{ text: P, x: 0, y: 0 }, { text: LINK, x: 1, y: 1 }],
  },
};
const figure = figureBundle(plainFigure(plotted, {}, figureTemplate), P, plotlyScript()).data;
const report = new CheckReport(P, [{ name: P, status: "failed", measured: P, limit: P, diagnosis: P }]);

/** HTML that the library makes of data: class names, labels, file names, texts of errors. */
const libraryHtml = [
  figure["text/html"] as string,
  tableHtml({ columns: [P, "b"], index: [P], rows: [[P, LINK]], omitted: 0, shape: [1, 2] }, P),
  progressHtml({ label: P, done: 1, first: 0, total: 2, unit: P, seconds: 1, status: "running", loss: 1, trend: { means: [1] }, best: 1, warnings: [P] }),
  reportHtml(report),
];

const cells = [
  markdownCell(`# Title ${P}\n\n## ${LINK}\n\n${P}`, { id: `x${P}` }),
  markdownCell(`[a](javascript:${HIT}) [b](data:text/html,<script>${HIT}</script>) [c](<x" onmouseover="${HIT}>) ![${P}](x "${P.replaceAll('"', "&quot;")}") ![p](attachment:x) <javascript:${HIT}>`, {
    attachments: { x: { "image/png": P }, [P]: { "image/svg+xml": `<svg onload="${HIT}"/>` } },
  }),
  markdownCell(`$${P}$ $$\\href{javascript:${HIT}}{x} \\url{javascript:${HIT}} \\htmlData{x=${HIT}}{y} \\includegraphics{${P}}$$\n\n\`\`\`${P}\n${P}\n\`\`\`\n\n| ${P} |\n|-|\n| ${P} |`),
  markdownCell(`<iframe srcdoc="<script>parent.${HIT}</script>"></iframe><form action="javascript:${HIT}"><button>x</button></form><object data="javascript:${HIT}"></object><math><mtext><table><mglyph><style><img src=x onerror=${HIT}></style></table></mtext></math><base href="javascript:"><meta http-equiv="refresh" content="0;url=javascript:${HIT}"><style>@import 'javascript:${HIT}'</style>`),
  markdownCell(`> Which ${P}?`, { id: "question-1" }),
  markdownCell(`**Answer:**\n\n${P}${LINK}`, { id: "answer-1", metadata: { tags: ["answer"] } }),
  { cell_type: "raw", id: "r", metadata: { format: "text/html" }, source: P },
  code([{ output_type: "stream", name: P, text: `${P}\u001b[31m${P}\u001b]8;;javascript:${HIT}\u0007link\u001b]8;;\u0007` }]),
  code([{ output_type: "error", ename: P, evalue: P, traceback: [P, "\u001b[1m" + P] }], { execution_count: P }),
  shows({ "text/plain": P }),
  shows({ "image/png": P, "text/plain": P }, { "image/png": { width: P, height: `1" onload="${HIT}` } }),
  shows({ "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.${HIT};${HIT}"><script>${HIT}</script></svg>`, "text/plain": P }),
  shows({ "text/latex": `\\href{javascript:${HIT}}{x}${P}` }),
  shows({ "text/markdown": P + LINK }),
  shows({ "application/vnd.plotly.v1+json": plotted }),
  ...libraryHtml.map((html) => shows({ "text/html": html })),
];
const metadata = {
  lang: P, title: P,
  kernelspec: { name: P, display_name: P, language: P },
  language_info: { name: P },
};
/** @param number of the cell that failed */
const ipynbOf = (number: unknown) => {
  const run = { date: P, seconds: 1, kernel: P, failure: { number, cell: P, error: P } };
  return JSON.stringify({ cells, metadata: { ...metadata, run }, nbformat: 4, nbformat_minor: 5 });
};
// a file's name, as far as file systems take it
const NAME = `it's "x" & <img src=x onerror=document.documentElement.dataset.hit=1>`;

/** As for a browser that knows no policies: the page itself has to be harmless. */
function withoutPolicy(path: string): void {
  const html = readFileSync(path, "utf8");
  expect(html).toContain(POLICY_START);
  writeFileSync(path, html.replace(POLICY_START, `<meta name="no-policy" content="`));
}

const POLICY_START = `<meta http-equiv="Content-Security-Policy" content="`;

function expectHarmless(path: string): void {
  withoutPolicy(path);
  const { document } = new JSDOM(open(path).html).window;
  expect(document.body.textContent).toContain("onerror=");
  expect(document.documentElement.dataset.hit).toBeUndefined();
  const attributes = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith("on"))).toEqual([]);
  const links = attributes.filter(({ name }) => /^((xlink:)?href|src|action|data|srcdoc)$/.test(name)).map(({ value }) => value);
  expect(links.filter((value) => /^\s*(j\s*a\s*v\s*a\s*script|data:text)/i.test(value))).toEqual([]);
}

function writeRun(ipynb = ipynbOf(1)): { out: string; page: string } {
  const out = temporaryFolder();
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${NAME}.ipynb`), ipynb);
  const page = writeNotebookPage({ name: NAME, path: join(out, `${NAME}.ipynb`), notebook: readNotebook(ipynb, NAME), lang: "en" }, siteOf(out, out, [NAME]));
  return { out, page };
}

// file systems of Windows have no such names
const skip = browser === undefined || process.platform === "win32";

test.skipIf(skip).each([1, P])("the page of a run and the list of pages, stopped at cell %s (needs a Chromium)", (number) => {
  const { out, page } = writeRun(ipynbOf(number));
  expectHarmless(page);
  expectHarmless(writeIndexPage(siteOf(out, out, [NAME]), "en"));
});

test.skipIf(skip)("the hand-in (needs a Chromium)", () => {
  const path = join(temporaryFolder(), "submission.html");
  const notebooks = [{ name: NAME, label: `notebooks/${NAME}.ipynb`, path: `/project/notebooks/${NAME}.ipynb`, notebook: readNotebook(ipynbOf(1), NAME) }];
  const submission = { project: P, author: P, date: "2025-01-02", questions: questionsOf(notebooks), notebooks, modelAnswers: true, lang: "en" };
  writeFileSync(path, submissionPage(submission, () => {}));
  expectHarmless(path);
});

test.skipIf(skip)("a script that does run is seen (needs a Chromium)", () => {
  const { page } = writeRun();
  withoutPolicy(page);
  writeFileSync(page, readFileSync(page, "utf8").replace("<main>", `<main><img src=x onerror=${HIT}>`));
  expect(new JSDOM(open(page).html).window.document.documentElement.dataset.hit).toBe("1");
});

/** Each sets the mark by a way of its own, if it runs. */
const scripts = [
  `<script>${HIT}</script>`,
  `<img src=x onerror=${HIT}>`,
  `<svg><script>${HIT}</script></svg>`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `<script src="data:text/javascript,${HIT}"></script>`,
  `<base href="https://example.com/"><form id=f action="javascript:${HIT}"></form><a id=k href="javascript:${HIT}">x</a>`,
];
const saved = scripts.map((html) => shows({ "text/html": html, "text/plain": "p" }));

test.skipIf(skip)("what a saved output would run is dead in the hand-in, and what ran here runs (needs a Chromium)", () => {
  const path = join(temporaryFolder(), "submission.html");
  const ipynb = JSON.stringify({ cells: saved.map((cell, index) => ({ ...cell, id: `c${index}`, source: "f()", metadata: {} })), metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const hit = (ran: Set<string>) => {
    const notebooks = [{ name: "n", label: "notebooks/n.ipynb", path: "/project/notebooks/n.ipynb", notebook: readNotebook(ipynb, "n"), ran }];
    writeFileSync(path, submissionPage({ project: "p", author: null, date: "2025-01-02", questions: [], notebooks, modelAnswers: true, lang: "en" }, () => {}));
    return new JSDOM(open(path).html).window.document;
  };
  const dead = hit(new Set());
  expect(dead.documentElement.dataset.hit).toBeUndefined();
  expect(dead.querySelectorAll(".saved")).toHaveLength(saved.length);
  const alive = hit(new Set(["c0"]));
  expect(alive.documentElement.dataset.hit).toBe("1");
  expect(alive.querySelectorAll(".saved")).toHaveLength(saved.length - 1);
});

test.skipIf(skip)("the policy of a run's page stops what nobody named (needs a Chromium)", () => {
  const { page } = writeRun();
  writeFileSync(page, readFileSync(page, "utf8").replace("<main>", `<main>${scripts.join("")}`));
  expect(new JSDOM(open(page).html).window.document.documentElement.dataset.hit).toBeUndefined();
});
