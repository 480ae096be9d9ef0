/** Which outputs go into the hand-in: those of the last run, or those saved in the notebook. */
import { join } from "node:path";
import { executedCopy } from "../run/answers.js";
import type { Metadata, Notebook } from "../../jupyter/nbformat/notebook.js";
import { withOutputs } from "../../jupyter/nbformat/withOutputs.js";
import { runRecord } from "../pages/runRecord.js";
import { runCount } from "./cellProblems.js";
import type { ProjectNotebook } from "./project.js";

/**
 * The notebook with the outputs of its copy in the folder if the code is the same, or else with
 * its own.
 *
 * @param folder absolute path of the folder of executed notebooks
 * @param justRun false takes its own also where more of the cells went well than in the copy; just
 * after a run this would hide what failed
 */
export function executedNotebook(project: ProjectNotebook, folder: string, justRun: boolean): ProjectNotebook {
  const copy = executedCopy(copyPath(project, folder));
  const filled = copy && withOutputs(project.notebook, copy);
  if (copy === null || filled === null) return project;
  const notebook = { ...filled, metadata: { ...filled.metadata, ...metadataOfRun(copy) } };
  const isBest = runCount(notebook).run >= runCount(project.notebook).run;
  return justRun || isBest ? { ...project, notebook } : project;
}

/** True if the folder has a copy that ran at the time or later. */
export function ranSince(project: ProjectNotebook, folder: string, time: Date): boolean {
  const copy = executedCopy(copyPath(project, folder));
  const run = copy && runRecord(copy);
  return !!run && Date.parse(run.date) >= Math.floor(time.getTime() / 1000) * 1000;
}

const copyPath = ({ name }: ProjectNotebook, folder: string): string => join(folder, `${name}.ipynb`);

/** What the kernel and the run wrote there; all else is the notebook's own. */
function metadataOfRun({ metadata: { language_info, run } }: Notebook): Metadata {
  return { ...(language_info !== undefined && { language_info }), ...(run !== undefined && { run }) };
}
