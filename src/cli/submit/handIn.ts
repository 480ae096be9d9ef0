/** Makes the hand-in: checks, runs the notebooks, and writes what there is to hand in. */
import { statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { refuseUnwritable } from "../../host/node/refuseUnwritable.js";
import { remove } from "../../host/node/remove.js";
import { editionFolder } from "../editions.js";
import { readOptions as readRunnerOptions } from "../run/options.js";
import { runAll } from "../run/runAll.js";
import type { Surroundings } from "../command.js";
import { shortPath } from "../terminal.js";
import { refuseStrayAnswer } from "../run/executedCopy.js";
import { outputProblems } from "./cellProblems.js";
import { exerciseProblems } from "./exercises.js";
import { executedNotebook, ranSince } from "./executedNotebook.js";
import { findBrowser } from "./findBrowser.js";
import { fillHandIn, refuseForeignFiles } from "./handInFolder.js";
import type { SubmitOptions } from "./options.js";
import { type Print, printPdf } from "./printPdf.js";
import { type Project, readProject } from "./project.js";
import { projectZip } from "./projectZip.js";
import { questionProblems } from "./questionProblems.js";
import { submissionOf, withOffset } from "./submission.js";
import { submissionJson } from "./submissionJson.js";
import { submissionPage } from "./submissionPage.js";

/**
 * Checks and runs what the options say, reporting on the terminal, and writes the hand-in.
 *
 * @returns true if it was written
 * @throws {Error} if files are missing or not readable, an answer would be lost, or nothing can be written
 */
export async function submit(options: SubmitOptions, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, terminal, signal } = surroundings;
  const before = readProject(root, options.lang);
  const out = join(root, "out");
  const executed = editionFolder(out, options.lang);
  const folder = options.out === null ? join(out, "submission") : resolve(workingDirectory, options.out);
  for (const name of before.unlisted) {
    terminal.line(`note  ${before.folder}/${name}.ipynb goes into the zip as it is: notebooks/package.json does not list it`);
  }
  for (const { notebook, label, name, given } of before.notebooks) refuseStrayAnswer(notebook, label, join(executed, `${name}.ipynb`), given?.answers);
  refuseForeignFiles(folder);
  const browser = options.pdf ? findBrowser() : null;
  if (options.strict && report(questionProblems(before.notebooks), true, surroundings)) return false;
  refuseUnwritable(folder, "submit");
  const stale = options.run ? await runNotebooks(before, executed, options, surroundings) : [];
  if (signal?.aborted) return false;
  // Answers may have been written while the notebooks ran.
  const project = readProject(root, options.lang);
  const notebooks = project.notebooks.map((notebook) => executedNotebook(notebook, executed, root));
  const problems = new Set([...questionProblems(notebooks), ...exerciseProblems(notebooks), ...stale, ...notebooks.flatMap(outputProblems)]);
  const now = new Date();
  const { name: author, modelAnswers, lang } = options;
  const submission = submissionOf({ project: project.name, author, notebooks, modelAnswers, lang }, now);
  const html = submissionPage(submission, (problem) => problems.add(problem));
  if (report([...problems], options.strict, surroundings) && options.strict) return false;
  const summary = submissionJson(submission, [...problems], withOffset(now));
  const zip = projectZip(project, notebooks, now, summary);
  for (const file of zip.leftOut) terminal.line(`note  not in the zip: ${file}`);
  let pdfProblem: string | null = null;
  const files = await fillHandIn(folder, async (work) => {
    writeFileSync(join(work, "submission.html"), html, { flush: true });
    writeFileSync(join(work, "submission.json"), summary, { flush: true });
    writeFileSync(join(work, "submission.zip"), zip.bytes, { flush: true });
    if (browser === null) return;
    terminal.tick("printing the PDF");
    const { sandbox } = options;
    pdfProblem = await pdfError({ browser, html: join(work, "submission.html"), pdf: join(work, "submission.pdf"), sandbox, signal });
  }).finally(() => terminal.endTick());
  if (pdfProblem !== null) terminal.line(`\n${options.strict ? "ERROR" : "warning"}  no PDF: ${pdfProblem as string}`);
  summarize(files, options, browser, surroundings);
  return pdfProblem === null || !options.strict;
}

/** What kept the PDF from being printed, or null: the other files are whole without it. */
async function pdfError(print: Print): Promise<string | null> {
  try {
    await printPdf(print);
    return null;
  } catch (error) {
    if (print.signal?.aborted) throw error;
    remove(print.pdf);
    return (error as Error).message;
  }
}

/** What a run left undone: notebooks that gave nothing. */
async function runNotebooks(
  { notebooks }: Project,
  executed: string,
  { lang }: SubmitOptions,
  surroundings: Surroundings,
): Promise<string[]> {
  const start = new Date();
  // Paths, because a name may look like the file of another.
  const names = notebooks.map(({ path }) => path);
  await runAll({ ...readRunnerOptions(["--keep-going"]), names, lang }, surroundings);
  const stale = notebooks.filter((notebook) => !ranSince(notebook, executed, start));
  return stale.map(({ label }) => `${label}: did not run, see above; any outputs are of an earlier run`);
}

/** Lists the problems; true if there are any. */
function report(problems: readonly string[], strict: boolean, { terminal }: Surroundings): boolean {
  if (problems.length === 0) return false;
  terminal.line();
  for (const problem of problems) terminal.line(`${strict ? "ERROR" : "warning"}  ${problem}`);
  if (strict) terminal.line("Nothing written (--strict).");
  return true;
}

function summarize(
  files: readonly string[],
  { pdf }: SubmitOptions,
  browser: string | null,
  { terminal, workingDirectory }: Surroundings,
): void {
  terminal.line();
  if (pdf && browser === null) {
    terminal.line("No PDF: no Chromium, Chrome or Edge found. Install one or name it in CHROME_PATH, or print the HTML from your browser.");
  }
  terminal.line("The hand-in:");
  for (const file of files) {
    terminal.line(`  ${shortPath(file, workingDirectory)}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  }
}
