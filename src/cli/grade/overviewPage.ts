/** The class on one page: totals, distribution, frequent mistakes, what is alike, and what a person should look at. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { documentHtml } from "../pages/documentHtml.js";
import { encodedPath } from "../pages/safeUrl.js";
import { PageScripts } from "../pages/pagePolicy.js";
import { guardLines } from "./guardLines.js";
import { guardsOf } from "./guards.js";
import { gradeStyle } from "./gradeStyle.js";
import { type GradeWords, gradeWords } from "./gradeWords.js";
import { type Grading, said } from "./gradingFile.js";
import type { Marks } from "./marks.js";
import { mistakeTally } from "./mistakeTally.js";
import { pointsOf, pointsText, type StudentPoints } from "./points.js";
import { codeHtml } from "./reader.js";
import type { Flag, HandInResult } from "./result.js";
import type { AlikePair } from "./similar.js";
import type { KeptHandIns } from "./whatCounts.js";

export interface Course {
  readonly grading: Grading;
  readonly marks: Marks;
  /** Of the pages for the teacher. */
  readonly lang: string;
}

/** Fewer would be known by their numbers. */
const FEWEST = 5;
const BARS = 10;
const MOST_MISTAKES = 40;
const MOST_PAIRS = 20;

export function overviewPage(results: readonly HandInResult[], setAside: KeptHandIns["setAside"], pairs: readonly AlikePair[], { grading, marks, lang }: Course): string {
  const words = gradeWords(lang);
  const points = new Map(results.map((result) => [result.id, pointsOf(result, grading, marks, lang)]));
  const totals = [...points.values()].map(({ total }) => total);
  const body = `<main class="grade wide">
<h1>${escapeHtml(grading.title)}: ${words.overview}</h1>
<p class="who">${words.countOf(results.length)}${grading.questions.length === 0 ? "" : ` · <a href="rubric.html">${words.openRubric}</a>`}</p>
<h2>${words.distribution}</h2>
${results.length < FEWEST ? `<p>${words.fewStudents}</p>` : distribution(totals, points.get(results[0].id)!.most, words)}
${results.length < FEWEST ? "" : exerciseRates(results, grading, lang, words)}
<h2>${words.mistakes}</h2>
${mistakes(results, grading, lang, words)}
<h2>${words.similar}</h2>
<p>${words.similarHelp}</p>
${similar(results, pairs, grading, lang, words)}
<h2>${words.students}</h2>
${students(results, points, words)}
${setAside.length === 0 ? "" : `<h2>${words.setAside}</h2>\n<ul>${setAside.map(({ file, flag }) => `<li><code>${escapeHtml(file)}</code>: ${escapeHtml(words.flags[flag.kind](flag.about))}</li>`).join("")}</ul>`}
<h2>${words.guards}</h2>
<ul>${guardLines(guardsOf(), lang).map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>
</main>`;
  return documentHtml({ title: `${grading.title} · ${words.overview}`, lang, body, scripts: new PageScripts(), assets: null, plotly: false, style: gradeStyle }).html;
}

interface Bar {
  readonly label: string;
  readonly count: number;
  readonly text: string;
}

function barsHtml(bars: readonly Bar[], longest: number): string {
  const rows = bars.map(({ label, count, text }) => {
    const width = longest === 0 ? 0 : (100 * count) / longest;
    return `<span>${label}</span><span><span class="bar${count === 0 ? " empty" : ""}" style="display:block;width:${width.toFixed(1)}%"></span></span><span>${text}</span>`;
  });
  return `<div class="bars">\n${rows.join("\n")}\n</div>`;
}

function distribution(totals: readonly number[], most: number, words: GradeWords): string {
  const counts = Array.from({ length: BARS }, () => 0);
  for (const total of totals) counts[Math.min(BARS - 1, Math.floor((BARS * total) / (most || 1)))]++;
  const bars = counts.map((count, i) => ({ label: `${pointsText((most * i) / BARS)}–${pointsText((most * (i + 1)) / BARS)}`, count, text: String(count) }));
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)];
  return `<p>${words.distributionHelp(pointsText(lowest), pointsText(highest))}</p>\n${barsHtml(bars, Math.max(...counts))}`;
}

/** How many have every check of an exercise passed. */
function exerciseRates(results: readonly HandInResult[], grading: Grading, lang: string, words: GradeWords): string {
  const bars = grading.exercises.map(({ id, title }) => {
    const count = results.filter(({ exercises }) => {
      const exercise = exercises.find((one) => one.id === id);
      const checks = [...(exercise?.open ?? []), ...(exercise?.hidden ?? [])];
      return checks.length > 0 && checks.every(({ status }) => status === "passed");
    }).length;
    return { label: escapeHtml(said(title, lang)), count, text: `${Math.round((100 * count) / results.length)} %` };
  });
  return `<h3>${words.exercises}: ${words.passRate}</h3>\n${barsHtml(bars, results.length)}`;
}

function mistakes(results: readonly HandInResult[], grading: Grading, lang: string, words: GradeWords): string {
  const tally = mistakeTally(results, lang).slice(0, MOST_MISTAKES);
  if (tally.length === 0) return `<p>${words.allPassed}</p>`;
  const titles = new Map(grading.exercises.map(({ id, title }) => [id, said(title, lang)]));
  const names = new Map(results.map(({ id, name }) => [id, name]));
  const rows = tally.map(({ exercise, causes, check, diagnosis, students: who }) => {
    const what = causes.length > 0 ? escapeHtml(diagnosis) : `${escapeHtml(words.unnamed(check))}: ${escapeHtml(diagnosis)}`;
    const list = who.map((id) => `<a href="${feedbackHref(id)}">${escapeHtml(names.get(id) ?? id)}</a>`).join(", ");
    return `<tr><td class="number">${who.length}</td><td>${escapeHtml(titles.get(exercise) ?? exercise)}</td><td class="text">${what}<details><summary>${words.countOf(who.length)}</summary>${list}</details></td></tr>`;
  });
  return `<p>${words.mistakesHelp}</p>
<div class="scroll" tabindex="0"><table class="class"><thead><tr><th scope="col" class="number">${words.students}</th><th scope="col">${words.exercise}</th><th scope="col">${words.mistake}</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function similar(results: readonly HandInResult[], pairs: readonly AlikePair[], grading: Grading, lang: string, words: GradeWords): string {
  if (pairs.length === 0) return `<p>${words.noneSimilar}</p>`;
  const names = new Map(results.map(({ id, name }) => [id, name]));
  const titles = new Map(grading.exercises.map(({ id, title }) => [id, said(title, lang)]));
  return pairs.slice(0, MOST_PAIRS).map(({ students: [a, b], exercises }) => {
    const names2 = [a, b].map((id) => `<a href="${feedbackHref(id)}">${escapeHtml(names.get(id) ?? id)}</a>`).join(" · ");
    const texts = exercises.map(({ id, share, texts: [left, right] }) => `<h4>${escapeHtml(titles.get(id) ?? id)} <span class="worth">${words.alike(`${Math.round(100 * share)} %`)}</span></h4>
<div class="pair"><div><h5>${escapeHtml(names.get(a) ?? a)}</h5>${codeHtml(left)}</div><div><h5>${escapeHtml(names.get(b) ?? b)}</h5>${codeHtml(right)}</div></div>`);
    const summary = exercises.map(({ id, share }) => `${escapeHtml(titles.get(id) ?? id)} ${Math.round(100 * share)} %`).join(", ");
    return `<p>${names2}</p>\n<details><summary>${summary}</summary>\n${texts.join("\n")}\n</details>`;
  }).join("\n");
}

function students(results: readonly HandInResult[], points: ReadonlyMap<string, StudentPoints>, words: GradeWords): string {
  const rows = results.map((result) => {
    const { total, automatic, byPeople, unmarked } = points.get(result.id)!;
    const flags: Flag[] = [...result.flags, ...result.exercises.flatMap((exercise) => exercise.flags)];
    const told = [...new Set(flags.map(({ kind, about }) => words.flags[kind](about)))];
    const list = told.length === 0 ? "" : `<ul class="flags">${told.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`;
    return `<tr><td class="text"><a href="${feedbackHref(result.id)}">${escapeHtml(result.name)}</a>${list}</td><td class="number">${pointsText(automatic)}</td><td class="number">${unmarked > 0 ? `<span class="open">${words.notMarked}</span>` : pointsText(byPeople)}</td><td class="number"><strong>${pointsText(total)}</strong></td></tr>`;
  });
  return `<div class="scroll" tabindex="0"><table class="class"><thead><tr><th scope="col">${words.student}</th><th scope="col" class="number">${words.automatic}</th><th scope="col" class="number">${words.byPeople}</th><th scope="col" class="number">${words.total}</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function feedbackHref(id: string): string {
  return escapeHtml(`students/${encodedPath(id)}/feedback.html`);
}
