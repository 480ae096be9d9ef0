/** The copy of a notebook that a run leaves in another folder. */
import { existsSync, readFileSync } from "node:fs";
import type { Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { strayAnswer } from "./answers.js";
import type { Sums } from "./sums.js";

/**
 * The copy, or null where there is none, or no notebook: the file is not the user's, and the next
 * run replaces it.
 */
export function executedCopy(path: string): Notebook | null {
  if (!existsSync(path)) return null;
  try {
    return readNotebook(readFileSync(path, "utf8"), path);
  } catch {
    return null;
  }
}

/**
 * @param label what the error calls the notebook
 * @param path of the executed copy, which need not be there
 * @throws {Error} if the copy answers what its notebook leaves open, with where to move the answer
 */
export function refuseStrayAnswer(notebook: Notebook, label: string, path: string, given: Sums = {}): void {
  const copy = executedCopy(path);
  const stray = copy && strayAnswer(notebook, copy, given);
  if (!stray) return;
  throw new Error(
    `refuseStrayAnswer: expected your answer in ${stray.id} of ${label}, got it in the copy ${path}, which a run replaces; move it to the notebook, then try again`,
  );
}
