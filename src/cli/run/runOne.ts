/** Runs one notebook on a kernel of its own and writes what it gives. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { type Failure, runNotebook, type RunResult } from "../../jupyter/client/runNotebook.js";
import { startKernel } from "../../jupyter/client/startKernel.js";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import { jupyterDataFolders } from "../../jupyter/protocol/dataFolders.js";
import { findKernelSpec, type KernelSpec } from "../../jupyter/protocol/kernelSpec.js";
import { withRunRecord } from "../pages/runRecord.js";
import type { Site } from "../pages/site.js";
import { writeNotebookPage } from "../pages/writePages.js";
import type { Surroundings } from "../command.js";
import { shortPath } from "../terminal.js";
import { refuseStrayAnswer } from "./answers.js";
import { readGiven } from "./given.js";
import type { Options } from "./options.js";
import { withProof } from "./runProof.js";
import type { Selected } from "./selectNotebooks.js";

/** How long a kernel may take to answer, and to send what is missing after a cell. */
const START_SECONDS = 60;
const SILENCE_SECONDS = 5;
/** Characters of an error in a summary. */
const ERROR_LENGTH = 200;

/** How a notebook went. */
export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  /** In a line. */
  readonly text: string;
  /** Path of its page, if one was written. */
  readonly page: string | null;
}

/** Runs the notebook, reporting on the terminal; whatever goes wrong is in the outcome. */
export async function runOne(
  selected: Selected,
  site: Site,
  options: Options,
  surroundings: Surroundings,
): Promise<Outcome> {
  const { name, path } = selected;
  const { root, terminal, signal, workingDirectory } = surroundings;
  const without = (text: string): Outcome => ({ name, passed: false, text, page: null });
  try {
    const source = readNotebook(readFileSync(path, "utf8"), path);
    refuseStrayAnswer(source, shortPath(path, workingDirectory), join(site.out, `${name}.ipynb`), readGiven(root).answers[`notebooks/${name}.ipynb`]);
    const folders = [join(root, "jupyter"), ...jupyterDataFolders()];
    const spec = findKernelSpec(kernelName(source, options, path), folders);
    terminal.tick(`${name}  starting kernel ${spec.name}`, name);
    const result = await execute(selected, source, spec, options, surroundings);
    if (result.status === "stopped") return without("stopped; nothing written");
    const page = writeResult(selected, result, spec, site, options, root);
    return { name, passed: result.status === "ok", text: resultText(result), page };
  } catch (error) {
    return without(signal?.aborted ? "stopped; nothing written" : `failed: ${(error as Error).message}`);
  } finally {
    terminal.endTick(name);
  }
}

async function execute(
  { name, path }: Selected,
  source: Notebook,
  spec: KernelSpec,
  { timeout, keepGoing }: Options,
  { terminal, signal, workingDirectory }: Surroundings,
): Promise<RunResult> {
  const kernel = await startKernel(inLanguageOf(source, spec), dirname(path), START_SECONDS, signal);
  let hangs = true;
  try {
    const limits = { seconds: timeout, silence: SILENCE_SECONDS, keepGoing };
    const result = await runNotebook(source, kernel, limits, terminal.events(name), signal);
    hangs = result.kernelLost || result.status === "stopped";
    for (const failure of result.failures) terminal.failure(shortPath(path, workingDirectory), result.codeCells, failure);
    return result;
  } finally {
    await kernel.stop(hangs);
  }
}

/** What is said to the reader while the notebook runs is said in its language. */
function inLanguageOf({ metadata }: Notebook, spec: KernelSpec): KernelSpec {
  return typeof metadata.lang === "string" ? { ...spec, env: { ...spec.env, TWO_LAYER_NET_LANG: metadata.lang } } : spec;
}

/** Writes the executed notebook and its page, and returns the page's path. */
function writeResult(
  { name, path }: Selected,
  result: RunResult,
  spec: KernelSpec,
  site: Site,
  options: Options,
  root: string,
): string {
  const { seconds } = result;
  const failures = result.failures.map((failure) => ({ number: failure.number, cell: failure.cell.id, error: errorLine(failure) }));
  const recorded = withRunRecord(result.notebook, {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    seconds: Math.round(seconds * 10) / 10,
    kernel: spec.name,
    ...(failures.length > 0 && { failure: failures[0] }),
    ...((options.keepGoing ? failures.length > 0 : failures.length > 1) && { failures }),
  });
  const notebook = withProof(recorded, root);
  writeFileAtomic(join(site.out, `${name}.ipynb`), writeNotebook(notebook));
  return writeNotebookPage({ name, path, notebook, lang: options.lang }, site);
}

function resultText({ failure, failures, codeCells, seconds }: RunResult): string {
  const time = `${seconds.toFixed(1)} s`;
  if (!failure) return `passed: ${codeCells} cells in ${time}`;
  const others = failures.length === 1 ? "" : ` (and at ${failures.length - 1} more)`;
  return `failed at cell ${failure.number}${others} of ${codeCells} after ${time}: ${errorLine(failure)}`;
}

/** The error's name and the first line of its message, cut where it is long. */
function errorLine({ error: { ename, evalue } }: Failure): string {
  const line = `${ename}: ${evalue}`.split("\n")[0];
  return line.length <= ERROR_LENGTH ? line : `${line.slice(0, ERROR_LENGTH)}…`;
}

function kernelName(notebook: Notebook, { kernel }: Options, path: string): string {
  const spec = notebook.metadata.kernelspec as Record<string, unknown> | undefined;
  const name = kernel ?? spec?.name;
  if (typeof name === "string") return name;
  throw new Error(
    `runOne: expected ${path} to name its kernel in metadata.kernelspec.name, got none; choose one with --kernel <name>`,
  );
}
