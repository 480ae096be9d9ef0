/**
 * The page on which people mark answers: one file, offline, question by question over all students, in an order that
 * says nothing of who they are. What is ticked stays in the browser until it is saved to a file.
 */
import { createHash } from "node:crypto";
import { escapeHtml } from "../../jupyter/display/html.js";
import { documentHtml } from "../pages/documentHtml.js";
import { PageScripts } from "../pages/pagePolicy.js";
import { gradeStyle } from "./gradeStyle.js";
import { type GradeWords, gradeWords } from "./gradeWords.js";
import { type GradedQuestion, said } from "./gradingFile.js";
import type { Course } from "./overviewPage.js";
import { pointsText } from "./points.js";
import { readerFor } from "./reader.js";
import type { HandInResult } from "./result.js";
import { RUBRIC_SCRIPT, rubricStyle } from "./rubricScript.js";

export function rubricPage(results: readonly HandInResult[], { grading, marks, lang }: Course): string {
  const words = gradeWords(lang);
  const sections = grading.questions.map((question) => questionHtml(question, results, lang, words));
  const data = { course: grading.title, marks, words: { marked: words.marked(-1, -2) } };
  const scripts = new PageScripts();
  const body = `<main class="grade wide rubric-page">
<h1>${escapeHtml(grading.title)}: ${words.rubricTitle}</h1>
<p>${escapeHtml(words.rubricHelp)}</p>
<noscript><p class="missing">${words.needsScript}</p></noscript>
<div class="tools"><label>${words.marker} <input id="marker" autocomplete="name"></label>
<button type="button" id="save">${words.save}</button> <label class="file">${words.load} <input type="file" id="load" accept=".json"></label>
<button type="button" id="names" aria-pressed="false">${words.names}</button> <button type="button" id="previous">${words.previousAnswer}</button> <button type="button" id="next">${words.nextAnswer}</button>
<output id="progress" aria-live="polite"></output></div>
<p class="what">${words.keys}</p>
${sections.join("\n")}
<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
</main>`;
  return documentHtml({ title: `${grading.title} · ${words.rubricTitle}`, lang, body, scripts, assets: null, plotly: false, style: gradeStyle + rubricStyle, script: RUBRIC_SCRIPT }).html;
}

function questionHtml(question: GradedQuestion, results: readonly HandInResult[], lang: string, words: GradeWords): string {
  const { id, title, text, answer, points } = question;
  const answered = results.flatMap((result) => {
    const given = result.answers.find((one) => one.id === id)?.text ?? "";
    return given === "" ? [] : [{ result, given }];
  });
  const shuffled = answered.sort((a, b) => (orderOf(id, a.result.id) < orderOf(id, b.result.id) ? -1 : 1));
  const model = said(answer, lang);
  return `<section class="question" aria-labelledby="title-${escapeHtml(id)}">
<h2 id="title-${escapeHtml(id)}">${escapeHtml(said(title, lang))} <span class="worth">${pointsText(points)} ${words.points}</span></h2>
<details open><summary>${words.question}</summary><div class="markdown">${readerFor(lang, `ask-${id}-`).render(said(text, lang))}</div></details>
${model === "" ? "" : `<details><summary>${words.modelAnswer}</summary><div class="markdown">${readerFor(lang, `model-${id}-`).render(model)}</div></details>`}
${shuffled.length === 0 ? `<p>${words.noAnswer}</p>` : shuffled.map(({ result, given }, i) => answerHtml(question, result, given, i + 1, lang, words)).join("\n")}
</section>`;
}

/** The same on every run, and another for each question. */
function orderOf(question: string, student: string): string {
  return createHash("sha256").update(`${question} ${student}`).digest("hex");
}

function answerHtml({ id, rubric }: GradedQuestion, { id: student, name, lang: own }: HandInResult, given: string, number: number, lang: string, words: GradeWords): string {
  const key = escapeHtml(`${id}-${student}`);
  const items = rubric.map((item, i) => `<label><input type="checkbox" data-item="${escapeHtml(item.id)}"> <kbd>${i + 1}</kbd> ${escapeHtml(said(item.text, lang))} <span class="worth">${pointsText(item.points)}</span></label>`);
  return `<article class="one" tabindex="-1" data-question="${escapeHtml(id)}" data-student="${escapeHtml(student)}" aria-label="${number}">
<h3>${number}<span class="name" hidden> · ${escapeHtml(name)}</span> <span class="worth state"></span></h3>
<div class="side"><div class="answer markdown" lang="${escapeHtml(own)}">${readerFor(own, `${key}-`).render(given)}</div>
<fieldset><legend>${words.rubric}</legend>
${items.join("\n")}
<label class="line">${words.adjust} <input type="number" step="0.5" value="0" data-field="adjust"></label>
<label class="line">${words.comment}<textarea rows="2" data-field="comment"></textarea></label>
<label><input type="checkbox" data-field="done"> <strong>${words.done}</strong></label>
</fieldset></div>
</article>`;
}
