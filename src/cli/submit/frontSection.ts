/** The front of the hand-in: whose it is, and what it holds in what state. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { encodedPath } from "../pages/safeUrl.js";
import { runCount } from "./cellProblems.js";
import { questionId } from "./answersSection.js";
import { type Exercise, exercisesOf } from "./exercises.js";
import { notebookTitle } from "./notebookSection.js";
import { idPrefix } from "./pageAddress.js";
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
${exerciseList(exercisesOf(notebooks), words)}<h2>${words.notebooks}</h2>
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

function exerciseList(exercises: readonly Exercise[], words: Words): string {
  if (exercises.length === 0) return "";
  const passed = exercises.filter(({ state }) => state === "passed").length;
  const items = exercises.map(({ name, notebook, cell, state }) => {
    const href = `#${encodedPath(idPrefix(notebook.name))}cell-${encodedPath(cell)}`;
    const verdict = `<span${state === "passed" ? "" : ' class="missing"'}>${words.exerciseStates[state]}</span>`;
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a> ${verdict}</li>`;
  });
  return `<h2>${words.exercises}: ${words.exercisesPassed(passed, exercises.length)}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n`;
}

function notebookItem({ name, notebook, ran }: ProjectNotebook, words: Words): string {
  const { run, total } = runCount(notebook, ran);
  const state = `<span${run < total ? ' class="missing"' : ""}>${words.cellsRun(run, total)}</span>`;
  return `<li><a href="#notebook-${escapeHtml(encodedPath(name))}">${escapeHtml(notebookTitle(name, notebook))}</a> ${state}</li>`;
}
