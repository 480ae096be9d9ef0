/** Texts of students as HTML: markdown with formulas, of which nothing reaches a network or runs. */
import { escapeHtml } from "../../jupyter/display/html.js";
import { highlightCode, type MarkdownRenderer, markdownRenderer } from "../pages/markdown.js";
import { mathRenderer } from "../pages/mathRules.js";
import { wordsOf } from "../words.js";

/** Ids in students' headings must not be those of the page. */
export function readerFor(lang: string, idPrefix: string): MarkdownRenderer {
  // a picture from elsewhere would tell who looks at it, and when
  const relocate = (url: string, kind: "href" | "src"): string | null => (kind === "href" || url.startsWith("data:") ? url : null);
  return markdownRenderer({ renderMath: mathRenderer(), relocate, language: "typescript", tooLong: wordsOf(lang).tooLong, idPrefix });
}

export function codeHtml(text: string): string {
  return `<pre class="code" tabindex="0"><code>${highlightCode(text, "typescript")}</code></pre>`;
}

/** Text in which `code` is marked. */
export function proseHtml(text: string): string {
  return escapeHtml(text);
}
