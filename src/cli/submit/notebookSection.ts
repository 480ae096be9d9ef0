/** One executed notebook in the hand-in. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { type Cell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { type CellContext, cellHtml } from "../pages/cellHtml.js";
import { markdownRenderer } from "../pages/markdown.js";
import { mathRenderer } from "../pages/mathRules.js";
import { langOf, languageOf, runText } from "../pages/notebookPage.js";
import type { PageScripts } from "../pages/pagePolicy.js";
import { runRecord } from "../pages/runRecord.js";
import { wordsOf } from "../words.js";
import { idPrefix, pageAddress } from "./pageAddress.js";
import type { ProjectNotebook } from "./project.js";
import type { Submission } from "./submission.js";

/** The notebook's first heading as it is written, or its name. */
export function notebookTitle(name: string, { cells }: Notebook): string {
  const text = cells.filter((cell) => cell.cell_type === "markdown").map(({ source }) => /^#\s+(.+)/m.exec(source)?.[1]);
  return text.find((title) => title !== undefined)?.trim() ?? name;
}

/**
 * @param scripts takes those that the page may run
 * @param report takes what is wrong with a picture, in a line
 */
export function notebookSection(
  project: ProjectNotebook,
  submission: Submission,
  scripts: PageScripts,
  report: (problem: string) => void,
): string {
  const { name, label, notebook } = project;
  const context = cellContext(project, { ...submission, idPrefix: idPrefix(name), scripts, report });
  const cells = notebook.cells.filter((cell) => submission.modelAnswers || !isModelAnswer(cell));
  const run = runRecord(notebook);
  const when = run === null ? "" : ` ${runText(run, context.words)}`;
  return `<article class="notebook" id="notebook-${escapeHtml(name)}" lang="${escapeHtml(langOf(notebook, submission.lang))}">
<header><p>${escapeHtml(label)}.${when}</p></header>
${cells.map((cell) => cellHtml(cell, context)).join("")}</article>`;
}

/** The hand-in is the student's own: what the notebooks offer to compare with is not. */
function isModelAnswer(cell: Cell): boolean {
  return cell.id.startsWith("model-answer") || hasTag(cell, "model-answer");
}

export interface CellPlace {
  /** Every notebook of the hand-in. */
  readonly notebooks: readonly ProjectNotebook[];
  readonly lang: string;
  /** What the ids of cells and headings begin with. */
  readonly idPrefix: string;
  readonly scripts: PageScripts;
  /** Takes what is wrong with a picture. */
  readonly report: (problem: string) => void;
}

export function cellContext(project: ProjectNotebook, { notebooks, lang, idPrefix, scripts, report }: CellPlace): CellContext {
  const names = notebooks.map(({ name }) => name);
  const language = languageOf(project.notebook);
  const relocate = pageAddress(project, names, report);
  const words = wordsOf(langOf(project.notebook, lang));
  const markdown = markdownRenderer({ renderMath: mathRenderer(), relocate, language, tooLong: words.tooLong, idPrefix });
  return { markdown, language, words, still: true, scripts, ran: project.ran, idPrefix };
}
