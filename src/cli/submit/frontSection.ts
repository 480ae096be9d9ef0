/** The front of the hand-in: whose it is, and what it holds in what state. */
import { escapeHtml } from "../../display/html.js";
import { runCount } from "./cellProblems.js";
import { questionId } from "./answersSection.js";
import { notebookTitle } from "./notebookSection.js";
import type { ProjectNotebook } from "./project.js";
import { givenAnswers, type Question } from "./questions.js";
import type { Submission } from "./submission.js";
import { type Words, wordsOf } from "../words.js";

export function frontSection({ project, author, date, questions, notebooks, lang }: Submission): string {
  const words = wordsOf(lang);
  const person = author === null ? "" : `<p>${words.name}: <strong>${escapeHtml(author)}</strong></p>\n`;
  return `<header class="front">
<h1>${escapeHtml(project)}</h1>
<p class="kind">${words.handIn}</p>
${person}<p>${words.date}: ${escapeHtml(date)}</p>
<h2>${words.answers}</h2>
<ul>
${questions.map((question, index) => questionItem(question, index, words)).join("\n")}
</ul>
<h2>${words.notebooks}</h2>
<ul>
${notebooks.map((notebook) => notebookItem(notebook, words)).join("\n")}
</ul>
</header>`;
}

function questionItem(question: Question, index: number, words: Words): string {
  const answered = givenAnswers(question).length > 0;
  const state = answered ? `<span>${words.answered}</span>` : `<span class="missing">${words.notAnswered}</span>`;
  return `<li><a href="#${questionId(index)}">${escapeHtml(question.title)}</a> ${state}</li>`;
}

function notebookItem({ name, notebook }: ProjectNotebook, words: Words): string {
  const { run, total } = runCount(notebook);
  const state = `<span${run < total ? ' class="missing"' : ""}>${words.cellsRun(run, total)}</span>`;
  return `<li><a href="#notebook-${escapeHtml(name)}">${escapeHtml(notebookTitle(name, notebook))}</a> ${state}</li>`;
}
