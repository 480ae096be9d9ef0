/** The hand-in as one HTML file that holds all it needs: answers in front, notebooks behind. */
import { documentHtml } from "../pages/documentHtml.js";
import { needsPlotly, stillOutput } from "../pages/outputHtml.js";
import { PageScripts } from "../pages/pagePolicy.js";
import { answersSection } from "./answersSection.js";
import { frontSection } from "./frontSection.js";
import { notebookSection } from "./notebookSection.js";
import type { Submission } from "./submission.js";
import { submissionStyle } from "./submissionStyle.js";
import { wordsOf } from "../words.js";

/** What the file's head holds, by which an earlier hand-in is known. */
export const generator = `<meta name="generator" content="two-layer-net submit">`;

/** @param report takes what is wrong with a picture, in a line */
export function submissionPage(submission: Submission, report: (problem: string) => void): string {
  const scripts = new PageScripts();
  const sections = [
    frontSection(submission),
    answersSection(submission, scripts),
    ...submission.notebooks.map((notebook) => notebookSection(notebook, submission, scripts, report)),
  ];
  // A fold that is closed on paper is lost.
  const body = `<main>\n${sections.join("\n").replaceAll("<details", "<details open")}\n</main>`;
  const { project, author, lang, notebooks } = submission;
  const cells = notebooks.flatMap(({ notebook }) => notebook.cells);
  const outputs = cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
  return documentHtml({
    title: [project, wordsOf(lang).handIn, author].filter(Boolean).join(" · "),
    lang,
    body,
    scripts,
    assets: null,
    plotly: outputs.map(stillOutput).some(needsPlotly),
    script: FIT,
    head: `${generator}\n`,
    style: submissionStyle([project, author].filter(Boolean).join(" · ")),
  }).html;
}

/**
 * Paper does not scroll: a formula or table that is wider than the page is made smaller, and the
 * cells of a table that would be too small to read are broken instead.
 */
const FIT = `
addEventListener("load", () => document.fonts.ready.then(() => {
  for (const formula of document.querySelectorAll(".katex-display")) {
    const [room, width] = [formula.clientWidth, formula.scrollWidth];
    if (width > room) formula.style.fontSize = (0.98 * room) / width + "em";
  }
  for (const table of document.querySelectorAll("table")) {
    const shrink = () => {
      const ratio = table.parentElement.clientWidth / table.offsetWidth;
      return ratio >= 1 ? null : 0.98 * ratio * parseFloat(getComputedStyle(table).fontSize);
    };
    if (shrink() < 6 && shrink() !== null) table.classList.add("crowded");
    if (shrink() !== null) table.style.fontSize = shrink() + "px";
  }
}));
`;
