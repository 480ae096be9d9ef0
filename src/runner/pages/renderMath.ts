/** LaTeX as HTML with MathML beside it, by KaTeX. */
import katex from "katex";
import { escapeHtml } from "../../html/escapeHtml.js";

/**
 * A renderer whose `\newcommand` definitions hold from one formula to the next, as in Jupyter.
 * A formula with an error is shown as its source, in red.
 */
export function mathRenderer(): (latex: string, display: boolean) => string {
  const macros = {};
  return (latex, display) => {
    try {
      return katex.renderToString(latex, {
        displayMode: display,
        macros,
        globalGroup: true,
        throwOnError: false,
        strict: "ignore",
        trust: false,
        maxSize: 50,
      });
    } catch (error) {
      return `<code class="math-error" title="${escapeHtml(String(error))}">${escapeHtml(latex)}</code>`;
    }
  };
}
