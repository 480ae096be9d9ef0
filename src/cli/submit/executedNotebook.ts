/** Which outputs go into the hand-in as run here, and which are only what the notebook holds. */
import { join } from "node:path";
import { executedCopy } from "../run/executedCopy.js";
import { isProven } from "../run/runProof.js";
import { type CodeCell, hasTag, type Metadata, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { runRecord } from "../pages/runRecord.js";
import type { ProjectNotebook } from "./project.js";

/**
 * The notebook with the outputs that its copy in the folder has of the same code, if this clone made
 * the copy. A run goes from top to bottom: from the first cell on that has changed, no output is of
 * the code as it stands, and the notebook keeps what it holds itself.
 *
 * @param folder absolute path of the folder of executed notebooks
 * @param root absolute path of the project
 */
export function executedNotebook(project: ProjectNotebook, folder: string, root: string): ProjectNotebook {
  const copy = executedCopy(copyPath(project, folder));
  const runs = copy !== null && isProven(copy, root) ? sameFromTheTop(project.notebook, copy) : new Map<string, CodeCell>();
  const ran = new Set([...runs].filter(([, cell]) => hasRun(cell)).map(([id]) => id));
  if (copy === null || ran.size === 0) return { ...project, ran };
  const cells = project.notebook.cells.map((cell) => {
    const run = runs.get(cell.id);
    return cell.cell_type !== "code" || run === undefined ? cell : { ...cell, execution_count: run.execution_count, outputs: run.outputs };
  });
  return { ...project, notebook: { metadata: { ...project.notebook.metadata, ...metadataOfRun(copy) }, cells }, ran };
}

/** True if the folder has a copy that ran at the time or later. */
export function ranSince(project: ProjectNotebook, folder: string, time: Date): boolean {
  const copy = executedCopy(copyPath(project, folder));
  const run = copy && runRecord(copy);
  return !!run && Date.parse(run.date) >= Math.floor(time.getTime() / 1000) * 1000;
}

const copyPath = ({ name }: ProjectNotebook, folder: string): string => join(folder, `${name}.ipynb`);

/** Ids of the notebook's code cells down to the first that differs, with the cells of the copy. */
function sameFromTheTop(notebook: Notebook, copy: Notebook): Map<string, CodeCell> {
  const [mine, theirs] = [codeCells(notebook), codeCells(copy)];
  const end = mine.findIndex((cell, index) => cell.source !== theirs[index]?.source);
  const same = end < 0 ? mine : mine.slice(0, end);
  return new Map(same.map(({ id }, index) => [id, theirs[index]]));
}

function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code").filter(({ source }) => source.trim() !== "");
}

function hasRun(cell: CodeCell): boolean {
  return cell.execution_count !== null || cell.outputs.length > 0 || hasTag(cell, "skip-execution");
}

/** What the kernel and the run wrote there; all else is the notebook's own. */
function metadataOfRun({ metadata: { language_info, run } }: Notebook): Metadata {
  return { ...(language_info !== undefined && { language_info }), ...(run !== undefined && { run }) };
}
