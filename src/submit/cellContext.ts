/** How the cells of a notebook are rendered in the hand-in. */
import type { CellContext } from "../runner/pages/cellHtml.js";
import { markdownRenderer } from "../runner/pages/markdown.js";
import { langOf, languageOf } from "../runner/pages/notebookPage.js";
import { pageWords } from "../runner/pages/pageWords.js";
import { mathRenderer } from "../runner/pages/renderMath.js";
import { pageAddress } from "./pageAddress.js";
import type { ProjectNotebook } from "./project.js";

export interface CellPlace {
  /** Every notebook of the hand-in. */
  readonly notebooks: readonly ProjectNotebook[];
  readonly lang: string;
  /** What the ids of cells and headings begin with. */
  readonly idPrefix: string;
  /** Takes what is wrong with a picture. */
  readonly report: (problem: string) => void;
}

export function cellContext(project: ProjectNotebook, { notebooks, lang, idPrefix, report }: CellPlace): CellContext {
  const names = notebooks.map(({ name }) => name);
  const language = languageOf(project.notebook);
  const relocate = pageAddress(project, names, report);
  const markdown = markdownRenderer({ renderMath: mathRenderer(), relocate, language, idPrefix });
  return { markdown, language, words: pageWords(langOf(project.notebook, lang)), still: true, idPrefix };
}
