/** An answer that was written into an executed copy, where the next run would replace it. */
import { executedCopy } from "./executedCopy.js";
import { strayAnswer } from "./notebook/answers.js";
import type { Notebook } from "./notebook/notebook.js";

/**
 * @param label what the error calls the notebook
 * @param path of the executed copy, which need not be there
 * @throws {Error} if the copy answers what its notebook leaves open, with where to move the answer
 */
export function refuseStrayAnswer(notebook: Notebook, label: string, path: string): void {
  const copy = executedCopy(path);
  const stray = copy && strayAnswer(notebook, copy);
  if (!stray) return;
  throw new Error(
    `refuseStrayAnswer: expected your answer in ${stray.id} of ${label}, got it in the copy ${path}, which a run replaces; move it to the notebook, then try again`,
  );
}
