/** What the hand-in does around a run of the notebooks and a printing of the page, which are played by the tests. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, expect, test, vi } from "vitest";
import { withProof } from "../../../src/cli/run/runProof.js";
import { submit } from "../../../src/cli/submit/handIn.js";
import { readOptions } from "../../../src/cli/submit/options.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { answer, hint, ipynb, put, ran, sampleProject, text } from "./sampleProject.js";

const played = vi.hoisted(() => ({
  runs: [] as Record<string, unknown>[],
  run: () => {},
  browser: null as string | null,
  prints: [] as { html: string; pdf: string }[],
  print: (async () => {}) as (print: { html: string; pdf: string }) => Promise<void>,
}));
vi.mock("../../../src/cli/run/runAll.js", () => ({
  async runAll(options: Record<string, unknown>) {
    played.runs.push(options);
    played.run();
  },
}));
vi.mock("../../../src/cli/submit/findBrowser.js", () => ({ findBrowser: () => played.browser }));
vi.mock("../../../src/cli/submit/printPdf.js", () => ({
  async printPdf(print: { html: string; pdf: string }) {
    played.prints.push(print);
    await played.print(print);
  },
}));
beforeEach(() => void Object.assign(played, { runs: [], run: () => {}, browser: null, prints: [], print: async () => {} }));

const question = text("question-1", "# Question 1\n\n> Which?");
const cells = (reply: string, printed: string) => [question, answer("answer-1", reply), ran("print", "f()", printed)];
const given = "**Your answer:**\n\nMine.";

/** A project of one notebook, whose copy a played run leaves proven; `reply` is what it has for an answer then. */
function project(reply = given, then = reply): string {
  const root = sampleProject({ only: cells(reply, "of the file") });
  played.run = () => {
    put(root, "notebooks/only.ipynb", ipynb(cells(then, "of the file")));
    const copy = readNotebook(ipynb(cells(reply, "of this run"), { run: { date: new Date().toISOString(), seconds: 1, kernel: "k" } }), "copy");
    put(root, "out/only.ipynb", writeNotebook(withProof(copy, root)));
  };
  return root;
}

async function handIn(root: string, args: string[] = ["--no-pdf"], signal?: AbortSignal, isTTY = false) {
  let said = "";
  const terminal = new Terminal({ write: (piece) => (said += piece), isTTY });
  const written = await submit(readOptions(args), { root, workingDirectory: root, terminal, ...(signal && { signal }) });
  return { said: said.replaceAll("\\", "/").replaceAll(/ \d\.\d MB/g, " x MB"), written };
}

const files = (root: string) => (existsSync(join(root, "out/submission")) ? readdirSync(join(root, "out/submission")).sort() : []);
const html = (root: string) => readFileSync(join(root, "out/submission/submission.html"), "utf8");

test("a hand-in without trouble: what is said, what is written", async () => {
  const root = project();
  const { said, written } = await handIn(root);
  expect(written).toBe(true);
  expect(said).toBe("\nThe hand-in:\n" + ["html", "json", "zip"].map((type) => `  out/submission/submission.${type}  x MB\n`).join(""));
  expect(files(root)).toEqual(["submission.html", "submission.json", "submission.zip"]);
  expect(played.runs).toEqual([expect.objectContaining({ names: [join(root, "notebooks/only.ipynb")], lang: "en" })]);
  const today = new Date();
  expect(html(root)).toContain(`${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-`);
});

test("an answer that is written while the notebooks run is in the hand-in, with the outputs of the run", async () => {
  const root = project(hint, "**Your answer:**\n\nA late answer.");
  const { said, written } = await handIn(root);
  expect(written).toBe(true);
  expect(said).not.toContain("warning");
  const zip = unzipSync(readFileSync(join(root, "out/submission/submission.zip")));
  for (const page of [html(root), strFromU8(zip["sample/notebooks/only.ipynb"]!)]) {
    expect(page).toContain("A late answer.");
    expect(page).toContain("of this run");
    expect(page).not.toContain("of the file");
  }
});

test("--strict: an open question stops before anything runs", async () => {
  const root = project(hint);
  const { said, written } = await handIn(root, ["--no-pdf", "--strict"]);
  expect([written, played.runs, files(root)]).toEqual([false, [], []]);
  expect(said).toBe("\nERROR  Question 1 is not answered: write in cell answer-1 of notebooks/only.ipynb\nNothing written (--strict).\n");
});

test("--strict: what the run shows stops the writing; without it, it is a warning", async () => {
  const root = project();
  const fail = played.run;
  played.run = () => {};
  const strict = await handIn(root, ["--no-pdf", "--strict"]);
  expect([strict.written, played.runs.length, files(root)]).toEqual([false, 1, []]);
  expect(strict.said).toContain("\nERROR  notebooks/only.ipynb: did not run, see above; any outputs are of an earlier run\n");
  const lax = await handIn(root);
  expect(lax.written).toBe(true);
  expect(lax.said).toContain("\nwarning  notebooks/only.ipynb: did not run, see above; any outputs are of an earlier run\n");
  expect(lax.said).not.toContain("Nothing written");
  played.run = fail;
  expect((await handIn(root, ["--no-pdf", "--strict"])).written).toBe(true);
});

test("--no-run runs nothing, and takes what an earlier run has left", async () => {
  const root = project();
  played.run();
  const { said, written } = await handIn(root, ["--no-pdf", "--no-run"]);
  expect([written, played.runs]).toEqual([true, []]);
  expect(said).not.toContain("warning");
  expect(html(root)).toContain("of this run");
});

test("a stop during the run writes nothing", async () => {
  const root = project();
  const stop = new AbortController();
  played.run = () => stop.abort();
  expect(await handIn(root, ["--no-pdf"], stop.signal)).toEqual({ said: "", written: false });
  expect(files(root)).toEqual([]);
});

test("other people's files in the folder are refused before anything runs", async () => {
  const root = project();
  put(root, "elsewhere/submission.zip", "theirs");
  await expect(handIn(root, ["--no-pdf", "--out", "elsewhere"])).rejects.toThrow(/^refuseForeignFiles: /);
  expect(played.runs).toEqual([]);
});

test("--out is below the working directory, and notebooks that nobody lists are noted", async () => {
  const root = project();
  put(root, "notebooks/own.ipynb", ipynb([]));
  const { said } = await handIn(root, ["--no-pdf", "--out", "here/there"]);
  expect(said.split("\n")[0]).toBe("note  notebooks/own.ipynb goes into the zip as it is: notebooks/package.json does not list it");
  expect(said).toContain("  here/there/submission.html  x MB\n");
});

test("without a browser there is no PDF, and it says why", async () => {
  const root = project();
  const { said, written } = await handIn(root, []);
  expect([written, played.prints]).toEqual([true, []]);
  expect(said).toContain("\nNo PDF: no Chromium, Chrome or Edge found. Install one or name it in CHROME_PATH, or print the HTML from your browser.\nThe hand-in:\n");
  expect((await handIn(root)).said).not.toContain("No PDF");
});

test("with a browser the page is printed beside the others", async () => {
  const root = project();
  played.browser = "/a/browser";
  played.print = async ({ html, pdf }) => writeFileSync(pdf, `printed ${readFileSync(html, "utf8").includes("Mine.")}`);
  const { said } = await handIn(root, []);
  expect(played.prints).toEqual([expect.objectContaining({ browser: "/a/browser" })]);
  expect(said).toContain("  out/submission/submission.pdf  x MB\n");
  expect(said).not.toContain("No PDF");
  expect(readFileSync(join(root, "out/submission/submission.pdf"), "utf8")).toBe("printed true");
});

test("a printing that fails costs the PDF alone, an earlier one too; with --strict it is an error", async () => {
  const root = project();
  played.browser = "/a/browser";
  played.print = async ({ pdf }) => writeFileSync(pdf, "whole");
  await handIn(root, []);
  expect(files(root)).toContain("submission.pdf");
  played.print = async ({ pdf }) => {
    writeFileSync(pdf, "half");
    throw new Error("no display");
  };
  const { said, written } = await handIn(root, []);
  expect(written).toBe(true);
  expect(said).toContain("\nwarning  no PDF: no display\n");
  expect(files(root)).toEqual(["submission.html", "submission.json", "submission.zip"]);
  const strict = await handIn(root, ["--strict"]);
  expect(strict.written).toBe(false);
  expect(strict.said).toContain("\nERROR  no PDF: no display\n");
  expect(files(root)).toHaveLength(3);
});

test("a stop while it prints leaves an earlier hand-in as it was", async () => {
  const root = project();
  await handIn(root);
  const earlier = html(root);
  const stop = new AbortController();
  played.browser = "/a/browser";
  played.print = async () => {
    stop.abort();
    throw new Error("stopped");
  };
  put(root, "notebooks/only.ipynb", ipynb(cells("**Your answer:**\n\nAnother.", "x")));
  await expect(handIn(root, ["--no-run"], stop.signal)).rejects.toThrow("stopped");
  expect(html(root)).toBe(earlier);
  expect(files(root)).toHaveLength(3);
});

test("the name, the language, the model answers and the browser's sandbox are passed on, and the summary is in both places", async () => {
  const root = sampleProject({ only: [...cells(given, "x"), text("model-answer-1", "The model says so.")] });
  put(root, "notebooks/token.txt", "s3cret");
  played.browser = "/a/browser";
  played.print = async ({ pdf }) => writeFileSync(pdf, "printed");
  const { said } = await handIn(root, ["--no-run", "--name", "Ada", "--model-answers", "--no-sandbox"]);
  expect(played.prints).toEqual([expect.objectContaining({ sandbox: false })]);
  expect(said).toContain("note  not in the zip: notebooks/token.txt may hold a key or a password\n");
  expect(html(root)).toContain("<strong>Ada</strong>");
  expect(html(root)).toContain("The model says so.");
  const summary = readFileSync(join(root, "out/submission/submission.json"), "utf8");
  const problems = ["notebooks/only.ipynb: not run: none of its 1 code cells has run; what is saved there was not made here by this code"];
  expect(JSON.parse(summary)).toMatchObject({ project: "sample", author: "Ada", lang: "en", problems, submitted: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/) });
  expect(strFromU8(unzipSync(readFileSync(join(root, "out/submission/submission.zip")))["sample/submission.json"]!)).toBe(summary);
  expect(said).toContain(`\nwarning  ${problems[0]}\n`);
  await handIn(root, ["--no-run"]);
  expect(played.prints[1]).toMatchObject({ sandbox: true });
  expect(html(root)).not.toContain("The model says so.");
});

test("the Korean edition is handed in from its own folder, and executed into its own", async () => {
  const root = sampleProject({ only: cells(given, "of the file") });
  put(root, "notebooks/ko/only.ipynb", ipynb(cells(given, "of the file")));
  played.run = () => {
    const copy = readNotebook(ipynb(cells(given, "of this run"), { run: { date: new Date().toISOString(), seconds: 1, kernel: "k" } }), "copy");
    put(root, "out/ko/only.ipynb", writeNotebook(withProof(copy, root)));
  };
  const { said } = await handIn(root, ["--no-pdf", "--lang", "ko"]);
  expect(played.runs).toEqual([expect.objectContaining({ names: [join(root, "notebooks/ko/only.ipynb")], lang: "ko", keepGoing: true })]);
  expect(said).not.toContain("warning");
  expect(html(root)).toContain("of this run");
  expect(html(root)).toContain('<html lang="ko">');
});

test("an answer in the executed copy, and exercises and pictures that are not right, are told of", async () => {
  const root = sampleProject({ only: cells(hint, "x") });
  put(root, "out/only.ipynb", ipynb(cells(given, "x")));
  await expect(handIn(root)).rejects.toThrow(/^refuseStrayAnswer: expected your answer in answer-1 of notebooks\/only\.ipynb/);
  expect(played.runs).toEqual([]);
  const stub = { ...ran("s", "f()", ""), metadata: { tags: ["exercise"] } };
  const open = sampleProject({ only: [text("t", "![a](none.png)"), stub, ran("check-a", "check()", "")] });
  const { said } = await handIn(open, ["--no-pdf", "--no-run"]);
  expect(said).toContain("warning  notebooks/only.ipynb: 0 of 1 exercises passed; not run: a\n");
  expect(said).toContain("warning  notebooks/only.ipynb: the picture none.png cannot be read\n");
  const strict = await handIn(open, ["--no-pdf", "--no-run", "--strict"]);
  expect([strict.written, strict.said.endsWith("\nNothing written (--strict).\n")]).toEqual([false, true]);
});

test("a folder that cannot be written is refused before the run", async () => {
  const root = project();
  put(root, "file", "mine");
  await expect(handIn(root, ["--no-pdf", "--out", "file/below"])).rejects.toThrow(/^submit: /);
  expect(played.runs).toEqual([]);
});

test("a terminal shows that it prints while it does", async () => {
  const root = project();
  played.browser = "/a/browser";
  played.print = async ({ pdf }) => writeFileSync(pdf, "printed");
  const { said } = await handIn(root, [], undefined, true);
  expect(said).toContain("printing the PDF  0 s\r\u001b[2K\r\u001b[2K\n");
});
