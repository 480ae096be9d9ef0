/** Cells for the user's own answers: markdown, tagged `answer`. */
import { existsSync, readFileSync } from "node:fs";
import { type Cell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";

/** What an empty answer cell begins with, and the hint in it, in the languages of the notebooks. */
const LABEL = /^\s*\*\*[^*\n]+:\*\*/;
const HINT = /\*\((?:Write here|여기에)(?:(?!\)\*)[^])*\)\*/;

/** True if the cell says more than the label and the hint that it came with. */
export function isAnswered({ source }: Pick<Cell, "source">): boolean {
  return source.replace(LABEL, "").replace(HINT, "").trim() !== "";
}

/** The first cell that the notebook leaves open and a copy of it answers: an answer written into the wrong file. */
export function strayAnswer(notebook: Notebook, copy: Notebook): Cell | undefined {
  const answered = copy.cells.filter((cell) => hasTag(cell, "answer") && isAnswered(cell)).map(({ id }) => id);
  return notebook.cells.find((cell) => hasTag(cell, "answer") && !isAnswered(cell) && answered.includes(cell.id));
}

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
export function refuseStrayAnswer(notebook: Notebook, label: string, path: string): void {
  const copy = executedCopy(path);
  const stray = copy && strayAnswer(notebook, copy);
  if (!stray) return;
  throw new Error(
    `refuseStrayAnswer: expected your answer in ${stray.id} of ${label}, got it in the copy ${path}, which a run replaces; move it to the notebook, then try again`,
  );
}
