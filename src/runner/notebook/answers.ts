/** Cells for the user's own answers: markdown, tagged `answer`. */
import { type Cell, hasTag, type Notebook } from "./notebook.js";

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
