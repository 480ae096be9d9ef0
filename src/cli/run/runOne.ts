/** Runs one notebook on a kernel of its own and writes what it gives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../jupyter/nbformat/writeNotebook.js";
import { withRunRecord } from "../pages/runRecord.js";
import type { Site } from "../pages/site.js";
import { writeNotebookPage } from "../pages/writePages.js";
import type { Surroundings } from "../command.js";
import { shortPath } from "../terminal.js";
import { refuseStrayAnswer } from "./executedCopy.js";
import { readGiven } from "./given.js";
import type { Options } from "./options.js";
import { errorLine, resultText } from "./resultText.js";
import { type KernelRun, runOnKernel } from "./runOnKernel.js";
import { withProof } from "./runProof.js";
import type { Selected } from "./selectNotebooks.js";

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
  const { root, signal, workingDirectory } = surroundings;
  const without = (text: string): Outcome => ({ name, passed: false, text, page: null });
  try {
    const source = readNotebook(readFileSync(path, "utf8"), path);
    refuseStrayAnswer(source, shortPath(path, workingDirectory), join(site.out, `${name}.ipynb`), readGiven(root).answers[`notebooks/${name}.ipynb`]);
    const result = await runOnKernel(selected, source, options, surroundings);
    if (result.status === "stopped") return without("stopped; nothing written");
    const page = writeResult(selected, result, site, options, root);
    return { name, passed: result.status === "ok", text: resultText(result), page };
  } catch (error) {
    return without(signal?.aborted ? "stopped; nothing written" : `failed: ${(error as Error).message}`);
  }
}

/** Writes the executed notebook and its page, and returns the page's path. */
function writeResult(
  { name, path }: Selected,
  result: KernelRun,
  site: Site,
  options: Options,
  root: string,
): string {
  const { seconds } = result;
  const failures = result.failures.map((failure) => ({ number: failure.number, cell: failure.cell.id, error: errorLine(failure) }));
  const recorded = withRunRecord(result.notebook, {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    seconds: Math.round(seconds * 10) / 10,
    kernel: result.kernel,
    ...(failures.length > 0 && { failure: failures[0] }),
    ...((options.keepGoing ? failures.length > 0 : failures.length > 1) && { failures }),
  });
  const notebook = withProof(recorded, root);
  writeFileAtomic(join(site.out, `${name}.ipynb`), writeNotebook(notebook));
  return writeNotebookPage({ name, path, notebook, lang: options.lang }, site);
}
