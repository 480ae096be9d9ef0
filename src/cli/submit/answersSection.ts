/** The answers, each below the question that it answers. */
import type { Cell } from "../../jupyter/nbformat/notebook.js";
import { cellHtml } from "../pages/cellHtml.js";
import { escapeHtml } from "../../jupyter/display/html.js";
import { langOf } from "../pages/notebookPage.js";
import type { PageScripts } from "../pages/pagePolicy.js";
import { cellContext } from "./notebookSection.js";
import type { ProjectNotebook } from "./project.js";
import { type Answer, givenAnswers, type Question, quoted } from "./questions.js";
import type { Submission } from "./submission.js";
import { type Words, wordsOf } from "../words.js";

/** The id of the question with this index. */
export function questionId(index: number): string {
  return `question-${index + 1}`;
}

export function answersSection(submission: Submission, scripts: PageScripts): string {
  const words = wordsOf(submission.lang);
  const blocks = submission.questions.map((question, index) => {
    const answers = givenAnswers(question).map((answer) => answerHtml(answer, index, submission, scripts, words));
    const missing = `<div class="answer missing">${words.notAnswered}</div>`;
    const asked = questionHtml(question, index, submission, scripts);
    return `<section id="${questionId(index)}">\n${asked}\n${answers.join("\n") || missing}\n</section>`;
  });
  return blocks.length === 0 ? "" : `<div class="answers">\n<h1>${words.answers}</h1>\n${blocks.join("\n")}\n</div>`;
}

function questionHtml({ title, cell, notebook }: Question, index: number, submission: Submission, scripts: PageScripts): string {
  const text = cell === null ? "" : quoted(cell.source).text;
  const quote = text.split("\n").map((line) => `> ${line}`);
  // The title is markdown, as in the notebook's own heading.
  const source = `## ${title}\n\n${text === "" ? "" : quote.join("\n")}`;
  const asked: Cell = { cell_type: "markdown", id: "asked", metadata: {}, ...cell, source };
  const html = rendered(asked, notebook, `q${index + 1}-`, submission, scripts);
  return `<div class="question"${langAttribute(notebook, submission)}>\n${html}</div>`;
}

function answerHtml({ notebook, cell }: Answer, index: number, submission: Submission, scripts: PageScripts, words: Words): string {
  const html = rendered(cell, notebook, `a${index + 1}-${notebook.name}-`, submission, scripts);
  const from = `<p class="from">${words.from(escapeHtml(notebook.label))}</p>`;
  return `<div class="answer"${langAttribute(notebook, submission)}>\n${from}\n${html}</div>`;
}

/** What is wrong with pictures is reported where the notebook shows the cell again. */
function rendered(cell: Cell, notebook: ProjectNotebook, idPrefix: string, submission: Submission, scripts: PageScripts): string {
  return cellHtml({ ...cell, metadata: {} }, cellContext(notebook, { ...submission, idPrefix, scripts, report: () => {} }));
}

function langAttribute({ notebook }: ProjectNotebook, { lang }: Submission): string {
  return ` lang="${escapeHtml(langOf(notebook, lang))}"`;
}
