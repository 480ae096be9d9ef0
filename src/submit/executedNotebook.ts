/** Which outputs go into the hand-in: those of the last run, or those saved in the notebook. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "../runner/notebook/notebook.js";
import { readNotebook } from "../runner/notebook/readNotebook.js";
import { runRecord } from "../runner/pages/runRecord.js";
import { runCount } from "./cellProblems.js";
import type { ProjectNotebook } from "./project.js";
import { withOutputs } from "./withOutputs.js";

/**
 * The copy of the notebook that an earlier run left in the folder, or null.
 *
 * @param folder absolute path of the folder of executed notebooks
 */
export function executedCopy({ name }: Pick<ProjectNotebook, "name">, folder: string): Notebook | null {
  const path = join(folder, `${name}.ipynb`);
  if (!existsSync(path)) return null;
  try {
    return readNotebook(readFileSync(path, "utf8"), path);
  } catch {
    // Not a file of the user's: the next run replaces it.
    return null;
  }
}

/**
 * The notebook with the outputs of its copy in the folder if the code is the same, or else with
 * its own.
 *
 * @param justRun false takes its own also where more of the cells went well than in the copy; just
 * after a run this would hide what failed
 */
export function executedNotebook(project: ProjectNotebook, folder: string, justRun: boolean): ProjectNotebook {
  const copy = executedCopy(project, folder);
  const last = copy && withOutputs(project.notebook, copy);
  if (last === null) return project;
  const isBest = runCount(last).run >= runCount(project.notebook).run;
  return justRun || isBest ? { ...project, notebook: last } : project;
}

/** True if the folder has a copy that ran at the time or later. */
export function ranSince(project: ProjectNotebook, folder: string, time: Date): boolean {
  const copy = executedCopy(project, folder);
  const run = copy && runRecord(copy);
  return !!run && Date.parse(run.date) >= Math.floor(time.getTime() / 1000) * 1000;
}
