/** An answer that was written into an executed copy, where the next run would replace it. */
import { existsSync, readFileSync } from "node:fs";
import { strayAnswer } from "./notebook/answers.js";
import type { Notebook } from "./notebook/notebook.js";
import { readNotebook } from "./notebook/readNotebook.js";

/**
 * @param label what the error calls the notebook
 * @param path of the executed copy, which need not be there
 * @throws {Error} if the copy answers what its notebook leaves open, with where to move the answer
 */
export function refuseStrayAnswer(notebook: Notebook, label: string, path: string): void {
  const copy = copyAt(path);
  const stray = copy && strayAnswer(notebook, copy);
  if (!stray) return;
  throw new Error(
    `refuseStrayAnswer: expected your answer in ${stray.id} of ${label}, got it in the copy ${path}, which a run replaces; move it to the notebook, then try again`,
  );
}

function copyAt(path: string): Notebook | null {
  if (!existsSync(path)) return null;
  try {
    return readNotebook(readFileSync(path, "utf8"), path);
  } catch {
    // No notebook, and so no answer.
    return null;
  }
}
