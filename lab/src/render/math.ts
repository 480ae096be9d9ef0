import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ILatexTypesetter } from "@jupyterlab/rendermime";
import katex from "katex";
import renderMathInElement from "katex/contrib/auto-render";

/** Notebooks define a macro or two; more expansions than these are a loop. */
const MAX_EXPAND = 1000;
/** In em: no formula covers the page. */
const MAX_SIZE = 20;

const ENVIRONMENTS = ["equation", "align", "alignat", "gather", "CD"];

const OPTIONS = {
  delimiters: [
    { left: "$$", right: "$$", display: true },
    { left: "\\[", right: "\\]", display: true },
    ...ENVIRONMENTS.flatMap((name) => [name, `${name}*`])
      .map((name) => ({ left: `\\begin{${name}}`, right: `\\end{${name}}`, display: true })),
    { left: "\\(", right: "\\)", display: false },
    { left: "$", right: "$", display: false },
  ],
  throwOnError: false,
  // No links, no HTML, no pictures out of a formula.
  trust: false,
  strict: "ignore",
  maxExpand: MAX_EXPAND,
  maxSize: MAX_SIZE,
} as const;

/** Formulas by KaTeX, as on the pages that `npm start` writes. */
export const math: JupyterFrontEndPlugin<ILatexTypesetter> = {
  id: "@two-layer-net/lab:math",
  autoStart: true,
  provides: ILatexTypesetter,
  activate: () => ({ typeset }),
};

function typeset(element: HTMLElement): void {
  if (element.classList.contains("jp-RenderedLatex")) {
    const source = (element.textContent ?? "").trim();
    if (!/^(\$|\\\[|\\\(|\\begin\{)/.test(source)) {
      katex.render(source, element, { ...OPTIONS, displayMode: true });
      return;
    }
  }
  renderMathInElement(element, { ...OPTIONS, macros: {} });
}
