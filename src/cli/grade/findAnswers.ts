/** What a student has answered: cells below a question, wherever it stands, by tag, by id, or by their label. */
import { hasTag, type Cell } from "../../jupyter/nbformat/notebook.js";
import { hasAnswer } from "../run/answers.js";
import type { Sums } from "../run/sums.js";
import { answerText, hasAnswerLabel, quoted } from "../submit/questions.js";
import type { GradedQuestion } from "./gradingFile.js";
import type { OpenNotebook } from "./openHandIn.js";
import type { AnswerResult } from "./result.js";

/** Characters of an answer. */
const LONGEST = 50_000;
/** As much of a question is enough to know it by. */
const KNOWN_BY = 80;

/** @param given sums of the answer cells as they were given out, of each notebook: editions have the same ids, and other hints */
export function findAnswers(notebooks: readonly OpenNotebook[], questions: readonly GradedQuestion[], given: readonly Sums[]): AnswerResult[] {
  const texts = new Map(questions.map(({ id }) => [id, [] as string[]]));
  for (const { notebook: { cells } } of notebooks) {
    let asked: string | null = null;
    for (const cell of cells) {
      const question = questions.find((one) => asks(cell, one));
      if (question !== undefined) asked = question.id;
      else if (asked !== null && isAnswer(cell) && [{}, ...given].every((sums) => hasAnswer(cell, sums))) texts.get(asked)!.push(answerText(cell));
      else if (cell.cell_type === "markdown" && /^#{1,3}\s/m.test(cell.source)) asked = null;
    }
  }
  // the same answer in two notebooks is one
  return [...texts].map(([id, found]) => ({ id, text: [...new Set(found)].join("\n\n---\n\n").slice(0, LONGEST) }));
}

function asks(cell: Cell, { id, text }: GradedQuestion): boolean {
  if (cell.cell_type !== "markdown" || hasTag(cell, "answer")) return false;
  if (cell.id === id) return true;
  const own = words(quoted(cell.source).text);
  return Object.values(text).map((known) => words(known).slice(0, KNOWN_BY)).some((known) => known !== "" && own.startsWith(known));
}

/** Without the tag it is told by its id or by its label, and whatever kind of cell it has become. */
function isAnswer(cell: Cell): boolean {
  if (cell.id.startsWith("model-answer") || hasTag(cell, "worked")) return false;
  return hasTag(cell, "answer") || cell.id.startsWith("answer") || hasAnswerLabel(cell);
}

function words(text: string): string {
  return text.replaceAll(/[\s*_`]+/g, " ").trim().toLowerCase();
}
