/** The zip that `npm run grade` takes, of what is kept in a page. */
import { Trust } from "../../../jupyter/server/contents/trust.js";
import type { Store } from "../../../jupyter/server/store.js";
import { type Cell, hasTag, type Notebook } from "../../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../../jupyter/nbformat/readNotebook.js";
import { sumOf } from "../../run/sums.js";
import { archive, reasonAgainst, withoutOutputs } from "../../submit/archive.js";
import { outputProblems } from "../../submit/cellProblems.js";
import { exerciseProblems } from "../../submit/exercises.js";
import type { ProjectNotebook } from "../../submit/project.js";
import { questionProblems } from "../../submit/questionProblems.js";
import { submissionOf, withOffset } from "../../submit/submission.js";
import { submissionJson } from "../../submit/submissionJson.js";
import type { Manifest } from "../manifest.js";
import { notebooksOf } from "./siteRoutes.js";
import { filesBelow } from "./tellingStore.js";

export interface Kept {
  readonly manifest: Manifest;
  /** All that there are. */
  readonly files: Store;
  /** Those that were written here. */
  readonly local: Store;
  /** What the page knows of the outputs. */
  readonly own: Store;
}

export interface HandIn {
  readonly zip: Uint8Array;
  readonly summary: string;
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

export async function handIn(kept: Kept, author: string | null, lang: "en" | "ko", now: Date): Promise<HandIn> {
  const { manifest: { title, given }, files, local } = kept;
  const names = await notebooksOf(kept.manifest, files, lang);
  const notebooks = await Promise.all(names.map((name) => projectNotebook(kept, name)));
  const warnings = [...new Set([...questionProblems(notebooks), ...exerciseProblems(notebooks), ...notebooks.flatMap(outputProblems)])];
  const submission = submissionOf({ project: title, author, notebooks, modelAnswers: false, lang }, now);
  const summary = submissionJson(submission, warnings, withOffset(now));
  const isAsGiven = async ({ path, label }: ProjectNotebook): Promise<boolean> => (await local.look(path)) === null || given.files[label] === sumOf(await local.read(path));
  const contents = new Map<string, Notebook | Uint8Array>();
  for (const notebook of notebooks) contents.set(notebook.label, (await isAsGiven(notebook)) ? withoutOutputs(notebook.notebook) : notebook.notebook);
  const notes: string[] = [];
  for (const path of await filesBelow(local, "")) {
    if (contents.has(labelOf(path)) || path.startsWith("cifar-10-") || path.startsWith(".")) continue;
    const bytes = await local.read(path);
    const reason = reasonAgainst(path, bytes.length);
    if (reason === null) contents.set(labelOf(path), bytes);
    else notes.push(`not in the zip: ${labelOf(path)} ${reason}`);
  }
  return { zip: archive(title, contents, summary, now), summary, warnings, notes };
}

async function projectNotebook({ manifest: { given }, files, own }: Kept, name: string): Promise<ProjectNotebook> {
  const path = `${name}.ipynb`;
  const label = labelOf(path);
  const notebook = readNotebook(new TextDecoder().decode(await files.read(path)), label);
  const made = await new Trust(own).trusted(notebook.cells);
  const showing = notebook.cells.filter((cell) => cell.cell_type === "code" && cell.outputs.length > 0 && made.has(cell.id));
  // One that shows nothing leaves no trace of where it ran: it counts where others of its notebook ran here.
  const ran = new Set(showing.length === 0 ? [] : notebook.cells.filter((cell) => made.has(cell.id) && hasRun(cell)).map(({ id }) => id));
  const short = name.slice(name.lastIndexOf("/") + 1);
  return { name: short, path, label, notebook, ran, given: { answers: given.answers[label], checks: given.checks[label] } };
}

/** As far as its outputs tell; that they were made here, the page knows. */
function hasRun(cell: Cell): boolean {
  return cell.cell_type === "code" && (cell.execution_count !== null || cell.outputs.length > 0 || hasTag(cell, "skip-execution"));
}

function labelOf(path: string): string {
  return `notebooks/${path}`;
}
