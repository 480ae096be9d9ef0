/** Runs the chosen notebooks one after the other and writes what they give. */
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { runNotebook, type RunResult } from "./execute/runNotebook.js";
import { findKernelSpec, jupyterDataFolders, type KernelSpec } from "./jupyter/kernelSpec.js";
import { startKernel } from "./jupyter/startKernel.js";
import type { Notebook } from "./notebook/notebook.js";
import { readNotebook } from "./notebook/readNotebook.js";
import { writeNotebook } from "./notebook/writeNotebook.js";
import type { Options } from "./options.js";
import { withRunRecord } from "./pages/runRecord.js";
import { siteOf, type Site } from "./pages/site.js";
import { writeIndexPage, writeNotebookPage } from "./pages/writePages.js";
import { replaceFile } from "./replaceFile.js";
import { selectNotebooks, type Selected } from "./selectNotebooks.js";
import type { Terminal } from "./terminal.js";

const startSeconds = 60;
const silenceSeconds = 5;

export interface Surroundings {
  /** The project: notebooks/ and jupyter/ are looked for in it, and out/ is made in it. */
  readonly root: string;
  readonly workingDirectory: string;
  readonly terminal: Terminal;
  /** Stops the run: kernels end, and nothing more is written. */
  readonly signal?: AbortSignal;
}

/** How one notebook went, in a line. */
interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly text: string;
  readonly page: string | null;
}

/**
 * Runs what the options choose, reporting on the terminal.
 *
 * @returns true if every notebook went through
 * @throws {Error} if the choice itself is wrong, before anything runs
 */
export async function runAll(options: Options, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, terminal, signal } = surroundings;
  const notebooks = join(root, "notebooks");
  const out = options.out === null ? join(root, "out") : resolve(workingDirectory, options.out);
  const selected = selectNotebooks(options.names, notebooks, workingDirectory);
  for (const { name, path } of selected) refuseOverwrite(path, join(out, `${name}.ipynb`));
  const site = siteOf(out, notebooks, selected.map(({ name }) => name));
  const outcomes: Outcome[] = [];
  for (const notebook of selected) {
    if (signal?.aborted) break;
    const outcome = await runOne(notebook, site, options, surroundings);
    outcomes.push(outcome);
    terminal.line(`${outcome.name}  ${outcome.text}`);
  }
  if (signal?.aborted) return false;
  summarize(outcomes, writeIndexPage(siteOf(out, notebooks, []), options.lang), surroundings);
  return outcomes.every(({ passed }) => passed);
}

async function runOne(selected: Selected, site: Site, options: Options, surroundings: Surroundings): Promise<Outcome> {
  const { name, path } = selected;
  const { terminal } = surroundings;
  try {
    const source = readNotebook(readFileSync(path, "utf8"), path);
    const spec = findKernelSpec(kernelName(source, options, path), [join(surroundings.root, "jupyter"), ...jupyterDataFolders()]);
    terminal.tick(`${name}  starting kernel ${spec.name}`);
    const result = await execute(selected, source, spec, options, surroundings);
    if (result.status === "stopped") return { name, passed: false, text: "stopped; nothing written", page: null };
    const page = writeResult(selected, result, spec, site, options);
    return { name, passed: result.status === "ok", text: resultText(result), page };
  } catch (error) {
    if (surroundings.signal?.aborted) return { name, passed: false, text: "stopped; nothing written", page: null };
    return { name, passed: false, text: `failed: ${(error as Error).message}`, page: null };
  } finally {
    terminal.endTick();
  }
}

async function execute({ name, path }: Selected, source: Notebook, spec: KernelSpec, options: Options, { terminal, signal, workingDirectory }: Surroundings): Promise<RunResult> {
  const kernel = await startKernel(spec, dirname(path), startSeconds, signal);
  let hangs = true;
  try {
    const limits = { seconds: options.timeout, silence: silenceSeconds };
    const result = await runNotebook(source, kernel, limits, terminal.events(name), signal);
    hangs = result.kernelLost || result.status === "stopped";
    if (result.failure) terminal.failure(shortPath(path, workingDirectory), result.codeCells, result.failure);
    return result;
  } finally {
    await kernel.stop(hangs);
  }
}

function writeResult({ name, path }: Selected, result: RunResult, spec: KernelSpec, site: Site, options: Options): string {
  const { failure, seconds } = result;
  const notebook = withRunRecord(result.notebook, {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    seconds: Math.round(seconds * 10) / 10,
    kernel: spec.name,
    ...(failure && { failure: { number: failure.number, cell: failure.cell.id, error: `${failure.error.ename}: ${failure.error.evalue}` } }),
  });
  replaceFile(join(site.out, `${name}.ipynb`), writeNotebook(notebook));
  return writeNotebookPage({ name, path, notebook, lang: options.lang }, site);
}

function resultText({ failure, codeCells, seconds }: RunResult): string {
  if (!failure) return `passed: ${codeCells} cells in ${seconds.toFixed(1)} s`;
  const { number, error } = failure;
  return `failed at cell ${number} of ${codeCells} after ${seconds.toFixed(1)} s: ${error.ename}: ${error.evalue.split("\n")[0]}`;
}

function summarize(outcomes: readonly Outcome[], index: string, { terminal, workingDirectory }: Surroundings): void {
  terminal.line();
  const failures = outcomes.filter(({ passed }) => !passed);
  if (outcomes.length > 1) for (const { name, text } of failures) terminal.line(`FAILED  ${name}  ${text}`);
  terminal.line(`${outcomes.length - failures.length} of ${outcomes.length} notebooks passed. Open:`);
  for (const page of [index, ...outcomes.map(({ page }) => page)]) {
    if (page !== null) terminal.line(`  ${shortPath(page, workingDirectory)}`);
  }
}

/** Relative below the working directory, absolute elsewhere. */
function shortPath(path: string, workingDirectory: string): string {
  const short = relative(workingDirectory, path);
  return short.startsWith("..") ? path : short;
}

function kernelName(notebook: Notebook, { kernel }: Options, path: string): string {
  const spec = notebook.metadata["kernelspec"] as Record<string, unknown> | undefined;
  const name = kernel ?? spec?.["name"];
  if (typeof name === "string") return name;
  throw new Error(`runAll: expected ${path} to name its kernel in metadata.kernelspec.name, got none; choose one with --kernel <name>`);
}

function refuseOverwrite(source: string, target: string): void {
  const folder = resolveReal(dirname(target));
  if (join(folder, target.slice(dirname(target).length + 1)) === realpathSync(source)) {
    throw new Error(`runAll: expected an output folder away from the notebooks, got ${dirname(target)}, where ${source} would be overwritten; choose another --out`);
  }
}

function resolveReal(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
