/** Cells for the user's own answers: markdown, tagged `answer`. */
import { type Cell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { type Sums, sumOf } from "./sums.js";
import { visibleText } from "./visibleText.js";

/** What an empty answer cell begins with, and the hint in it, in the languages of the notebooks. */
const LABEL = /^\s*\*\*(?:Your answer|나의 답)\s*:\s*\*\*/;
const HINT_STARTS = ["*(Write here", "*(여기에"];
const HINT_END = ")*";

/** True if the cell says more than a label and a hint in their usual form. */
export function isAnswered({ source }: Pick<Cell, "source">): boolean {
  return visibleText(withoutHint(source.replace(LABEL, ""), false)) !== "";
}

/**
 * True if the cell says more than it said when it was given out, or, where that is not known, more
 * than a label and a hint in their usual form.
 *
 * @param given sums of the answer cells of its notebook
 */
export function hasAnswer(cell: Pick<Cell, "id" | "source">, given: Sums = {}): boolean {
  const sum = given[cell.id];
  if (sum === undefined) return isAnswered(cell);
  return sum !== answerSum(cell.source) && visibleText(withoutHint(cell.source.replace(LABEL, ""), true)) !== "";
}

/** The sum by which an answer cell is known as it was given out: of its words, without the label. */
export function answerSum(source: string): string {
  return sumOf(visibleText(source.replace(LABEL, "")));
}

/** @param onlyEmpty takes away a hint only if nothing stands in it: what differs from the hint given out is an answer */
function withoutHint(text: string, onlyEmpty: boolean): string {
  const start = Math.min(...HINT_STARTS.map((hint) => text.indexOf(hint)).filter((place) => place >= 0));
  const end = start === Infinity ? -1 : text.indexOf(HINT_END, start);
  if (end < 0) return text;
  const inside = text.slice(text.indexOf("(", start) + 1, end);
  const isEmpty = inside.slice(inside.indexOf(":") + 1).trim() === "";
  return onlyEmpty && !isEmpty ? text : text.slice(0, start) + text.slice(end + HINT_END.length);
}

/** The first cell that the notebook leaves open and a copy of it answers: an answer written into the wrong file. */
export function strayAnswer(notebook: Notebook, copy: Notebook, given: Sums = {}): Cell | undefined {
  const answered = copy.cells.filter((cell) => hasTag(cell, "answer") && hasAnswer(cell, given)).map(({ id }) => id);
  return notebook.cells.find((cell) => hasTag(cell, "answer") && !hasAnswer(cell, given) && answered.includes(cell.id));
}
