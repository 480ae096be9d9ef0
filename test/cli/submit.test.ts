/** The command as a process of its own, in a project of its own. Needs a build. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { withRunRecord } from "../../src/cli/pages/runRecord.js";
import { withProof } from "../../src/cli/run/runProof.js";
import { usage } from "../../src/cli/submit/options.js";
import { generator } from "../../src/cli/submit/submissionPage.js";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../src/jupyter/nbformat/writeNotebook.js";
import { browser } from "./pages/browser.js";
import { answer, hint, ipynb, koreanAnswer, put, ran, sampleNotebooks, sampleProject, text } from "./submit/sampleProject.js";

vi.setConfig({ testTimeout: 180_000 });

const repository = fileURLToPath(new URL("../..", import.meta.url));
const { imports } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { imports: object };

/** The sample project with the command in it, which takes the folder that it lies in for the project. */
function project(notebooks = sampleNotebooks): string {
  const root = sampleProject(notebooks);
  put(root, "package.json", JSON.stringify({ name: "sample", type: "module", imports }));
  for (const folder of ["cli", "host", "jupyter"]) {
    cpSync(join(repository, "dist", folder), join(root, "dist", folder), { recursive: true, filter: (path) => !/\.(d\.ts|map)$/.test(path) });
  }
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction");
  return root;
}

function submit(root: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, "dist/cli/submit.js"), ...args], { cwd: root, encoding: "utf8" });
}

/** Writes what a run of the notebook has left, in this project. */
function putRun(root: string, name: string, cells: Record<string, unknown>[]): void {
  const run = { date: "2025-01-02T03:04:05Z", seconds: 1, kernel: "k" };
  put(root, `out/${name}.ipynb`, writeNotebook(withProof(withRunRecord(readNotebook(ipynb(cells), name), run), root)));
}

/** The project, all of whose notebooks have run. */
function projectThatRan(notebooks = sampleNotebooks): string {
  const root = project(notebooks);
  for (const [name, cells] of Object.entries(notebooks)) putRun(root, name, cells);
  return root;
}

const complete = {
  only: [text("question-1", "# Only\n\n> Which?"), answer("answer-1", koreanAnswer), ran("print", "console.log(1)", "1")],
};
const handIn = (root: string) => join(root, "out", "submission");

test("--help prints the usage; a wrong command line is status 2", () => {
  const root = project();
  expect(submit(root, "--help")).toMatchObject({ status: 0, stdout: usage, stderr: "" });
  expect(submit(root, "--fast")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(usage) });
});

test("writes HTML, JSON and zip, with warnings by name, and leaves the notebooks as they are", () => {
  const root = projectThatRan();
  const before = ["zebra", "ant"].map((name) => readFileSync(join(root, `notebooks/${name}.ipynb`)));
  const { status, stdout, stderr } = submit(root, "--no-run", "--no-pdf", "--name", "김민수");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.replaceAll(/\d\.\d MB/g, "x MB").replaceAll("\\", "/")).toBe(`
warning  Question 2 is not answered: write in cell answer-2 of notebooks/ant.ipynb
warning  notebooks/ant.ipynb: not run: none of its 1 code cells has run

The hand-in:
  out/submission/submission.html  x MB
  out/submission/submission.json  x MB
  out/submission/submission.zip  x MB
`);
  expect(readdirSync(handIn(root)).sort()).toEqual(["submission.html", "submission.json", "submission.zip"]);
  const summary = JSON.parse(readFileSync(join(handIn(root), "submission.json"), "utf8"));
  expect(summary).toMatchObject({
    author: "김민수",
    questions: [{ title: "Question 1", answered: true }, { title: "Question 2", answered: false, cells: [{ notebook: "notebooks/ant.ipynb", cell: "answer-2" }] }],
    exercises: { passed: 0, total: 0, list: [] },
    notebooks: [{ notebook: "notebooks/zebra.ipynb", cellsRun: 1, cells: 1 }, { notebook: "notebooks/ant.ipynb", cellsRun: 0, cells: 1, date: null }],
  });
  expect(summary.problems).toHaveLength(2);
  expect(["zebra", "ant"].map((name) => readFileSync(join(root, `notebooks/${name}.ipynb`)))).toEqual(before);
});

test("--lang ko hands in the Korean edition with what its last run gave", () => {
  const root = project();
  const cells = [text("question-1", "# 질문 1\n\n> 어느 것인가?"), answer("answer-1", "**나의 답:**\n\n시그모이드."), ran("print", "1", "")];
  for (const name of ["zebra", "ant"]) put(root, `notebooks/ko/${name}.ipynb`, ipynb(cells));
  for (const name of ["zebra", "ant"]) putRun(root, `ko/${name}`, [...cells.slice(0, 2), ran("print", "1", "printed in Korean")]);
  const { status, stdout } = submit(root, "--no-run", "--no-pdf", "--lang", "ko");
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^\nThe hand-in:/)]);
  const html = readFileSync(join(handIn(root), "submission.html"), "utf8");
  expect(html).toContain('<html lang="ko">');
  expect(html).toContain("notebooks/ko/ant.ipynb");
  expect(html).toContain("printed in Korean");
});

test("--strict turns warnings into status 1 with nothing written, and passes without any", () => {
  const root = project();
  const { status, stdout } = submit(root, "--no-run", "--no-pdf", "--strict");
  expect(status).toBe(1);
  expect(stdout).toBe(
    "\nERROR  Question 2 is not answered: write in cell answer-2 of notebooks/ant.ipynb\nNothing written (--strict).\n",
  );
  expect(existsSync(handIn(root))).toBe(false);
  expect(submit(projectThatRan(complete), "--no-run", "--no-pdf", "--strict").status).toBe(0);
});

test("--strict stops at a cell that failed or was not run", () => {
  const root = projectThatRan({ ...complete, late: [{ ...ran("c", "f()", ""), outputs: [], execution_count: null }] });
  expect(submit(root, "--no-run", "--no-pdf", "--strict")).toMatchObject({
    status: 1,
    stdout: "\nERROR  notebooks/late.ipynb: not run: none of its 1 code cells has run\nNothing written (--strict).\n",
  });
});

test("outputs that were saved elsewhere are shown, and certified by nobody", () => {
  const root = project(complete);
  const { status, stdout } = submit(root, "--no-run", "--no-pdf");
  expect(status).toBe(0);
  expect(stdout).toContain("\nwarning  notebooks/only.ipynb: not run: none of its 1 code cells has run; what is saved there was not made here by this code\n");
  const html = readFileSync(join(handIn(root), "submission.html"), "utf8");
  expect(html).toContain("0 of 1 code cells ran without an error");
  expect(html).toMatch(/<p class="saved">Saved earlier: this code did not run here\.<\/p>\n<pre class="output stdout" tabindex="0">1<\/pre>/);
});

test("answers are those that stand there when the run has ended", () => {
  const cells = [text("question-1", "> Which?"), answer("answer-1", hint), ran("write", "", "")];
  const root = project({ only: [] });
  const path = join(root, "notebooks/only.ipynb");
  const late = JSON.stringify(ipynb([cells[0], answer("answer-1", "Written while it ran.")], { kernelspec: { name: "tslab" } }));
  const code = `require("fs").writeFileSync(${JSON.stringify(path)}, ${late})`;
  put(root, "notebooks/only.ipynb", ipynb([cells[0]!, cells[1]!, ran("write", code, "")], { kernelspec: { name: "tslab" } }));
  const { stdout } = submit(root, "--no-pdf");
  expect(stdout).not.toContain("is not answered");
  expect(readFileSync(join(handIn(root), "submission.html"), "utf8")).toContain("Written while it ran.");
});

test.skipIf(process.platform === "win32")("a PDF that cannot be printed costs neither HTML nor zip, and the old PDF goes", () => {
  const root = projectThatRan(complete);
  const barred = put(root, "barred", "#!/bin/sh\necho 'No usable sandbox!' >&2\nexit 1\n");
  chmodSync(barred, 0o755);
  const make = (...args: string[]) => {
    put(root, "out/submission/submission.html", generator);
    put(root, "out/submission/submission.pdf", "of an earlier hand-in");
    return spawnSync(process.execPath, [join(root, "dist/cli/submit.js"), "--no-run", ...args], { cwd: root, encoding: "utf8", env: { ...process.env, CHROME_PATH: barred } });
  };
  for (const [args, status] of [[[], 0], [["--strict"], 1]] as const) {
    const done = make(...args);
    expect([done.status, done.stderr]).toEqual([status, ""]);
    expect(done.stdout).toContain(`${args.length === 0 ? "warning" : "ERROR"}  no PDF: printPdf: expected ${barred} to print a PDF, got none: this system allows the browser no sandbox`);
    expect(readdirSync(handIn(root)).sort()).toEqual(["submission.html", "submission.json", "submission.zip"]);
  }
});

test("an option that npm took for itself stops the command", () => {
  const root = project(complete);
  const environment = { ...process.env, npm_lifecycle_event: "submit", npm_config_name: "Ada" };
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist/cli/submit.js")], { cwd: root, encoding: "utf8", env: environment });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^npm took --name for itself: write npm run submit -- --name, /)]);
});

test("a broken notebook is named and stays; an earlier hand-in stays too", () => {
  const root = project(complete);
  expect(submit(root, "--no-run", "--no-pdf").status).toBe(0);
  const earlier = readFileSync(join(handIn(root), "submission.zip"));
  put(root, "notebooks/only.ipynb", '{"cells": [}');
  const { status, stderr } = submit(root, "--no-pdf");
  expect(status).toBe(1);
  expect(stderr).toMatch(/\n {2}expected notebooks\/only\.ipynb to be JSON, got line 1: /);
  expect(readFileSync(join(root, "notebooks/only.ipynb"), "utf8")).toBe('{"cells": [}');
  expect(readFileSync(join(handIn(root), "submission.zip"))).toEqual(earlier);
});

test("an answer in the executed copy alone stops before anything runs", () => {
  const root = project({ only: [answer("answer-1", hint)] });
  const copy = put(root, "out/only.ipynb", ipynb([answer("answer-1", "Mine.")]));
  expect(submit(root)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^refuseStrayAnswer: /) });
  expect(readFileSync(copy, "utf8")).toContain("Mine.");
});

test("runs the notebooks: what fails now is not hidden by outputs saved earlier, and the answer stays", () => {
  const cells = [text("q", "> Why?"), answer("a", koreanAnswer), ran("good", "console.log('fresh')", "old"), ran("bad", "throw new Error('now')", "fine")];
  const root = project({ only: [] });
  const metadata = { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } };
  const path = put(root, "notebooks/only.ipynb", ipynb(cells, metadata));
  const { status, stdout } = submit(root, "--no-pdf");
  expect(status).toBe(0);
  expect(stdout).toContain("\nwarning  notebooks/only.ipynb: code cell 2 (bad) failed: Error: now\n\nThe hand-in:");
  const zip = unzipSync(readFileSync(join(handIn(root), "submission.zip")));
  const executed = Buffer.from(zip["sample/notebooks/only.ipynb"]).toString();
  expect(executed).toContain("fresh");
  expect(executed).toContain("시그모이드는");
  expect(readFileSync(path, "utf8")).toBe(ipynb(cells, metadata));
});

test("a notebook whose kernel is missing is said not to have run", () => {
  const root = project({ only: [ran("c", "f()", "old")] });
  const { status, stdout } = submit(root, "--no-pdf");
  expect(status).toBe(0);
  expect(stdout).toContain("to name its kernel in metadata.kernelspec.name, got none");
  expect(stdout).toContain("warning  notebooks/only.ipynb: did not run, see above; any outputs are of an earlier run");
});

test.skipIf(browser === undefined)("writes a PDF with the answers in front (needs a Chromium)", () => {
  const root = project();
  const environment = { ...process.env, CHROME_PATH: browser! };
  const main = join(root, "dist/cli/submit.js");
  const { status } = spawnSync(process.execPath, [main, "--no-run"], { cwd: root, env: environment });
  expect(status).toBe(0);
  const pdf = join(handIn(root), "submission.pdf");
  expect(readFileSync(pdf, "latin1").match(/\/Type \/Page\b/g)).toHaveLength(4);
  const { stdout, error } = spawnSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
  if (error !== undefined) return;
  const pages = stdout.split("\f");
  expect(pages[1]).toMatch(/Which of them\?[^]*시그모이드는[^]*2 ?\/ ?4/);
  expect(pages[2]).toContain("printed by zebra");
});
