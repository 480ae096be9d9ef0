/** The questions of the notebooks with the answers that stand below them. */
import { hasAnswer } from "../run/answers.js";
import { type Cell, hasTag } from "../../jupyter/nbformat/notebook.js";
import type { ProjectNotebook } from "./project.js";

/** A cell tagged `answer`, and the notebook that it is in. */
export interface Answer {
  readonly notebook: ProjectNotebook;
  readonly cell: Cell;
}

/** A question and its answer cells; notebooks may ask the same question twice. */
export interface Question {
  /** The heading of its cell without mark-up, or `Question <n>`. */
  readonly title: string;
  /** The cell to quote, in the notebook that asks first; null for an answer below no text at all. */
  readonly cell: Cell | null;
  readonly notebook: ProjectNotebook;
  readonly answers: readonly Answer[];
}

/** The answers of the question that say something, each text once. */
export function givenAnswers({ answers }: Question): Answer[] {
  const given = answers.filter(({ cell, notebook }) => hasAnswer(cell, notebook.given?.answers));
  return given.filter(({ cell }, index) => {
    return given.findIndex((other) => other.cell.source.trim() === cell.source.trim()) === index;
  });
}

/** What an answer cell begins with when it is given out, in the languages of the notebooks. */
const LABEL = /^\s*\*\*(?:Your answer|나의 답)\s*:\s*\*\*\s*/;
const HINT = /^\*\((?:Write here|여기에)[^]*?\)\*/;

/** What a student has written in the cell. */
export function answerText({ source }: Pick<Cell, "source">): string {
  return source.replace(LABEL, "").replace(HINT, "").trim();
}

/** Words of an answer, of any script that parts them by spaces. */
export function wordCount(cell: Pick<Cell, "source">): number {
  return answerText(cell).match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Whether the cell begins as an answer cell that was given out. */
export function hasAnswerLabel({ source }: Pick<Cell, "source">): boolean {
  return LABEL.test(source);
}

/** Every question of the notebooks, in order; those that quote the same words are one. */
export function questionsOf(notebooks: readonly ProjectNotebook[]): Question[] {
  const questions = new Map<string, Question & { answers: Answer[] }>();
  for (const notebook of notebooks) {
    let asked: Cell | null = null;
    // Between a cell that says that it asks and its answer, other text is a note.
    let awaitsAnswer = false;
    for (const cell of notebook.notebook.cells) {
      if (hasTag(cell, "answer")) {
        const key = asked === null ? `${notebook.name} ${cell.id}` : words(quoted(asked.source).text);
        const title = (asked && quoted(asked.source).title) || `Question ${questions.size + 1}`;
        const question = questions.get(key) ?? { title, cell: asked, notebook, answers: [] };
        question.answers.push({ notebook, cell });
        awaitsAnswer = false;
        questions.set(key, question);
      } else if (cell.cell_type === "markdown" && (isQuestion(cell.id) || !awaitsAnswer)) {
        asked = cell;
        awaitsAnswer = isQuestion(cell.id);
      }
    }
  }
  return [...questions.values()];
}

/** True for the id of a cell that asks. */
export function isQuestion(id: string): boolean {
  return id.startsWith("question-");
}

/**
 * What a question's cell asks: its heading, and the text quoted with `>` or else all the rest.
 */
export function quoted(source: string): { readonly title: string; readonly text: string } {
  const lines = source.split("\n");
  const heading = lines.find((line) => /^#{1,6}\s/.test(line));
  const quote = lines.filter((line) => line.startsWith(">")).map((line) => line.replace(/^> ?/, ""));
  const text = quote.length > 0 ? quote : lines.filter((line) => line !== heading);
  return { title: heading?.replace(/^#+/, "").trim() ?? "", text: text.join("\n").trim() };
}

function words(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
