/** Which questions have no answer. */
import { hasTag } from "../../jupyter/nbformat/notebook.js";
import type { ProjectNotebook } from "./project.js";
import { givenAnswers, isQuestion, questionsOf } from "./questions.js";

/** A line for each question without an answer, and for each whose answer cell is gone. */
export function questionProblems(notebooks: readonly ProjectNotebook[]): string[] {
  const questions = questionsOf(notebooks);
  const open = questions.filter((question) => givenAnswers(question).length === 0);
  const unanswered = open.map(({ title, answers }) => {
    const cells = answers.map(({ notebook, cell }) => `cell ${cell.id} of ${notebook.label}`);
    return `${title} is not answered: write in ${cells.join(" or ")}`;
  });
  return [...unanswered, ...notebooks.flatMap(lostAnswers)];
}

/** Cells whose id says that they ask, with no answer cell before the next of them. */
function lostAnswers({ label, notebook: { cells } }: ProjectNotebook): string[] {
  return cells.flatMap((cell, index) => {
    if (!isQuestion(cell.id)) return [];
    const next = cells.findIndex((other, place) => place > index && isQuestion(other.id));
    const own = cells.slice(index + 1, next < 0 ? cells.length : next);
    if (own.some((other) => hasTag(other, "answer"))) return [];
    return [`${label}: the question ${cell.id} has no answer cell; add a markdown cell below it with the tag "answer"`];
  });
}
