/** What a student gets back: points, what failed and what usually causes it, and what people have said of the answers. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { documentHtml } from "../pages/documentHtml.js";
import { PageScripts } from "../pages/pagePolicy.js";
import { carriedFrom } from "./carriedFrom.js";
import { type GradeWords, gradeWords } from "./gradeWords.js";
import { type GradedQuestion, type Grading, said } from "./gradingFile.js";
import { gradeStyle } from "./gradeStyle.js";
import type { Mark, Marks } from "./marks.js";
import { type ItemPoints, pointsOf, pointsText, type StudentPoints } from "./points.js";
import { codeHtml, readerFor } from "./reader.js";
import type { CheckResult, ExerciseResult, Flag, FlagKind, HandInResult } from "./result.js";
import { timeText } from "./timeText.js";

/** What a student can do something about; the rest is for the teacher. */
const TOLD: readonly FlagKind[] = ["unreadable", "bomb", "noNotebook", "otherNotebook", "unreadableNotebook", "severalNotebooks", "syntax", "missing", "double", "foreignImport", "checkChanged"];

export function feedbackPage(result: HandInResult, grading: Grading, marks: Marks): string {
  const { lang, name } = result;
  const words = gradeWords(lang);
  const points = pointsOf(result, grading, marks, lang);
  const titles = new Map(points.exercises.map(({ id, title }) => [id, title]));
  const exercises = points.exercises.map((item, i) => {
    const exercise = result.exercises.find(({ id }) => id === item.id);
    const carried = exercise === undefined || exercise.open.every(({ status }) => status === "passed") ? [] : carriedFrom(exercise, result.exercises);
    return exerciseSection(item, grading.exercises[i].functions, exercise, carried.map((id) => titles.get(id) ?? id), words);
  });
  const questions = points.questions.map((item, i) => questionSection(item, grading.questions[i], result, marks[result.id]?.[item.id], words));
  const body = `<main class="grade">
<h1>${escapeHtml(grading.title || words.feedback)}</h1>
<p class="who"><strong>${escapeHtml(name)}</strong> · ${words.submitted}: ${result.submitted === null ? words.unknownTime : escapeHtml(timeText(result.submitted, lang))}</p>
${summary(points, words, lang)}
${flagList(result.flags, words)}<h2>${words.exercises}</h2>
${exercises.join("\n")}
${questions.length === 0 ? "" : `<h2>${words.questions}</h2>\n${questions.join("\n")}`}
</main>`;
  return documentHtml({ title: `${words.feedback} · ${name}`, lang, body, scripts: new PageScripts(), assets: null, plotly: false, style: gradeStyle }).html;
}

function summary({ total, most, exercises, questions, penalty, lateMinutes }: StudentPoints, words: GradeWords, lang: string): string {
  const late = penalty === 0 ? "" : `<p class="late">${words.late(durationText(lateMinutes ?? 0, lang), `${pointsText(penalty * 100)} %`)}</p>\n`;
  const row = ({ id, title, points, most: worth }: ItemPoints): string =>
    `<tr><th scope="row"><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></th><td>${points === null ? `<span class="open">${words.notMarked}</span>` : pointsText(points)}</td><td>${pointsText(worth)}</td></tr>`;
  return `<p class="total">${words.total}: <strong>${words.of(pointsText(total), pointsText(most))}</strong></p>
${late}<div class="scroll" tabindex="0"><table class="points"><tbody>
${[...exercises, ...questions].map(row).join("\n")}
</tbody></table></div>`;
}

function durationText(minutes: number, lang: string): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = lang === "ko" ? [[days, "일"], [hours, "시간"], [rest, "분"]] : [[days, " d"], [hours, " h"], [rest, " min"]];
  return parts.filter(([count]) => count !== 0).slice(0, 2).map(([count, unit]) => `${count}${unit}`).join(" ");
}

function flagList(flags: readonly Flag[], words: GradeWords): string {
  const told = flags.filter(({ kind }) => TOLD.includes(kind));
  if (told.length === 0) return "";
  return `<ul class="flags">\n${told.map(({ kind, about }) => `<li>${escapeHtml(words.flags[kind](about))}</li>`).join("\n")}\n</ul>\n`;
}

function exerciseSection({ id, title, points, most }: ItemPoints, functions: readonly string[], result: ExerciseResult | undefined, carried: readonly string[], words: GradeWords): string {
  const { open = [], hidden = [], texts = [], flags = [] } = result ?? {};
  const passed = (checks: readonly CheckResult[]): number => checks.filter(({ status }) => status === "passed").length;
  const lines = [
    ...(open.length === 0 ? [words.nothingFound] : [words.openChecks(passed(open), open.length)]),
    ...(open.some(({ status }) => status === "not written yet") ? [words.statuses["not written yet"]] : []),
    ...(hidden.length === 0 ? [] : [words.hiddenChecks(passed(hidden), hidden.length)]),
  ];
  const code = texts.filter((text) => text !== "").join("\n\n");
  return `<section id="${escapeHtml(id)}">
<h3>${escapeHtml(title)} <span class="worth">${words.of(pointsText(points ?? 0), pointsText(most))}</span></h3>
<p class="what">${functions.map((name) => `<code>${escapeHtml(name)}</code>`).join(", ")} · ${lines.join(" · ")}</p>
${flagList(flags, words)}${carried.length === 0 ? "" : `<p>${escapeHtml(words.carriedOn(carried.join(", ")))}</p>\n`}${failureList(open, words)}${code === "" ? "" : `<details><summary>${words.yourCode}</summary>\n${codeHtml(code)}</details>`}
</section>`;
}

/** Checks that failed for one cause are told of together, with the first element that differs. */
export function failureList(checks: readonly CheckResult[], words: GradeWords): string {
  const groups = new Map<string, CheckResult[]>();
  for (const check of checks.filter(({ status }) => status === "failed")) {
    const key = check.causes && check.causes.length > 0 ? check.causes.join() : check.diagnosis;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  const items = [...groups.values()].map((group) => {
    const evidence = group.map(({ name, measured, limit }) => `<li>${escapeHtml(name)}: ${escapeHtml(measured)} (${words.expected(escapeHtml(limit))})</li>`).join("");
    const example = group.find(({ example: text = "" }) => text !== "")?.example ?? "";
    return `<li><p class="diagnosis">${escapeHtml(group[0].diagnosis)}</p>${example === "" ? "" : `<p><code>${escapeHtml(example)}</code></p>`}<ul class="evidence">${evidence}</ul></li>`;
  });
  return items.length === 0 ? "" : `<ul class="failures">\n${items.join("\n")}\n</ul>\n`;
}

function questionSection({ id, title, points, most }: ItemPoints, question: GradedQuestion, { lang, answers }: HandInResult, mark: Mark | undefined, words: GradeWords): string {
  const text = answers.find((answer) => answer.id === id)?.text ?? "";
  const reader = readerFor(lang, `${id}-`);
  const worth = points === null ? words.notMarked : words.of(pointsText(points), pointsText(most));
  return `<section id="${escapeHtml(id)}">
<h3>${escapeHtml(title)} <span class="worth">${worth}</span></h3>
<h4>${words.answer}</h4>
<div class="answer markdown">${text === "" ? `<p>${words.noAnswer}</p>` : reader.render(text)}</div>
${mark?.done ? markHtml(question, mark, lang, words) : ""}</section>`;
}

/** The model answer is shown only to those whose answer has been marked. */
function markHtml({ rubric, answer }: GradedQuestion, { ticked, comment, adjust }: Mark, lang: string, words: GradeWords): string {
  const items = rubric.map(({ id, text, points }) => {
    const isTicked = ticked.includes(id);
    return `<li class="${isTicked ? "ticked" : "unticked"}">${isTicked ? "✓" : "–"} ${escapeHtml(said(text, lang))} <span class="worth">${pointsText(isTicked ? points : 0)} / ${pointsText(points)}</span></li>`;
  });
  const model = said(answer, lang);
  return `<h4>${words.rubric}</h4>
<ul class="rubric">\n${items.join("\n")}\n</ul>
${adjust === 0 ? "" : `<p>${words.adjust}: ${adjust > 0 ? "+" : "−"}${pointsText(Math.abs(adjust))}</p>\n`}${comment === "" ? "" : `<h4>${words.comment}</h4>\n<p class="comment">${escapeHtml(comment)}</p>\n`}${model === "" ? "" : `<details><summary>${words.modelAnswer}</summary>\n<div class="markdown">${readerFor(lang, "model-").render(model)}</div></details>\n`}`;
}
