/** One executed notebook in the hand-in. */
import { type Cell, hasTag, type Notebook } from "../runner/notebook/notebook.js";
import { cellHtml } from "../runner/pages/cellHtml.js";
import { escapeHtml } from "../html/escapeHtml.js";
import { langOf, runText } from "../runner/pages/notebookPage.js";
import { runRecord } from "../runner/pages/runRecord.js";
import { cellContext } from "./cellContext.js";
import { idPrefix } from "./pageAddress.js";
import type { ProjectNotebook } from "./project.js";
import type { Submission } from "./submission.js";

/** The notebook's first heading as it is written, or its name. */
export function notebookTitle(name: string, { cells }: Notebook): string {
  const text = cells.filter((cell) => cell.cell_type === "markdown").map(({ source }) => /^#\s+(.+)/m.exec(source)?.[1]);
  return text.find((title) => title !== undefined)?.trim() ?? name;
}

/** @param report takes what is wrong with a picture, in a line */
export function notebookSection(
  project: ProjectNotebook,
  submission: Submission,
  report: (problem: string) => void,
): string {
  const { name, label, notebook } = project;
  const context = cellContext(project, { ...submission, idPrefix: idPrefix(name), report });
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
