/** Answers that were written into an executed copy, where the next run would replace them. */
import { hasTag } from "../runner/notebook/notebook.js";
import { executedCopy } from "./executedNotebook.js";
import type { ProjectNotebook } from "./project.js";
import { isAnswered } from "./questions.js";

/**
 * @param folder absolute path of the folder of executed notebooks
 * @throws {Error} if a copy answers what its notebook leaves open, with where to move the answer
 */
export function refuseStrayAnswers(notebooks: readonly ProjectNotebook[], folder: string): void {
  for (const project of notebooks) {
    const open = project.notebook.cells.filter((cell) => hasTag(cell, "answer") && !isAnswered(cell));
    const copy = executedCopy(project, folder)?.cells ?? [];
    const stray = open.find(({ id }) => copy.some((cell) => cell.id === id && hasTag(cell, "answer") && isAnswered(cell)));
    if (stray === undefined) continue;
    throw new Error(
      `refuseStrayAnswers: expected your answer in ${stray.id} of ${project.label}, got it in the copy ${folder}/${project.name}.ipynb, which a run replaces; move it to the notebook, then try again`,
    );
  }
}
