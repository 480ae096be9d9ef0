/** Source text as HTML with its syntax in colour, by highlight.js. */
import hljs from "highlight.js/lib/common";
import { escapeHtml } from "../../html/escapeHtml.js";

/** The code as HTML; without colour if the language is not known. */
export function highlightCode(code: string, language: string): string {
  if (!hljs.getLanguage(language)) return escapeHtml(code);
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
