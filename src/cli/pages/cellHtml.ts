/** One cell as HTML: rendered markdown, or code with what it gave. */
import { escapeHtml } from "../../jupyter/display/html.js";
import type { MimeBundle } from "../../jupyter/display/mimeBundle.js";
import { type Cell, type CodeCell, hasTag } from "../../jupyter/nbformat/notebook.js";
import type { Words } from "../words.js";
import { highlightCode, type MarkdownRenderer } from "./markdown.js";
import { outputHtml, stillOutput } from "./outputHtml.js";
import type { PageScripts } from "./pagePolicy.js";

export interface CellContext {
  readonly markdown: MarkdownRenderer;
  /** The language of the code cells. */
  readonly language: string;
  readonly words: Words;
  /** Pictures in place of what needs a script, for paper. */
  readonly still?: boolean;
  /** Takes the scripts that the page may run: those of figures, and of outputs that were made here. */
  readonly scripts?: PageScripts;
  /** Ids of the code cells whose outputs were made here, by their code; all, if it is not said. */
  readonly ran?: ReadonlySet<string> | undefined;
  /** What the ids of cells begin with, where several notebooks share a page. */
  readonly idPrefix?: string;
}

/** The cell, in a section with an id `cell-<id>` to link to. */
export function cellHtml(cell: Cell, context: CellContext): string {
  if (hasTag(cell, "remove-cell")) return "";
  const html = cell.cell_type === "code" ? codeHtml(cell, context) : textHtml(cell, context);
  return html === ""
    ? ""
    : `<section class="cell ${cell.cell_type}" id="${escapeHtml(`${context.idPrefix ?? ""}cell-${cell.id}`)}">\n${html}\n</section>\n`;
}

function textHtml(cell: Exclude<Cell, CodeCell>, { markdown }: CellContext): string {
  if (cell.cell_type === "raw")
    return cell.source === "" ? "" : `<pre class="raw" tabindex="0">${escapeHtml(cell.source)}</pre>`;
  const pictures = Object.entries(cell.attachments ?? {}).map(([name, bundle]) => [name, pictureUrl(bundle)]);
  return markdown.render(cell.source, Object.fromEntries(pictures) as Record<string, string>);
}

function codeHtml(cell: CodeCell, { markdown, language, words, scripts, ran, still = false }: CellContext): string {
  const isOurs = ran?.has(cell.id) ?? true;
  const shown = cell.outputs.map((output) => outputHtml(still ? stillOutput(output) : output, markdown, scripts, isOurs)).join("\n");
  const outputs = shown === "" || isOurs ? shown : `<p class="saved">${words.savedOutput}</p>\n${shown}`;
  if (cell.source.trim() === "" && outputs === "") return "";
  const count =
    cell.execution_count === null ? "" : `<span class="count" aria-hidden="true">${cell.execution_count}</span>`;
  const code = `<div class="input">${count}<pre class="code" tabindex="0"><code>${highlightCode(cell.source, language)}</code></pre></div>`;
  const jupyter = (cell.metadata.jupyter ?? {}) as Record<string, unknown>;
  const hideCode = jupyter.source_hidden === true || hasTag(cell, "hide-input");
  const hideOutputs =
    jupyter.outputs_hidden === true || cell.metadata.collapsed === true || hasTag(cell, "hide-output");
  return (
    fold(code, hideCode, words.code) +
    (outputs && `\n${fold(`<div class="outputs">${outputs}</div>`, hideOutputs, words.output)}`)
  );
}

function fold(html: string, hidden: boolean, label: string): string {
  return hidden ? `<details class="fold"><summary>${label}</summary>${html}</details>` : html;
}

/** The first picture of an attachment as a data URI. */
function pictureUrl(bundle: MimeBundle): string {
  const [type, data] = Object.entries(bundle).find(([key]) => /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(key)) ?? [];
  if (type === undefined) return "";
  const text = String(data).trim();
  // An SVG may stand as the text that it is.
  const base64 = text.startsWith("<") ? Buffer.from(text).toString("base64") : text.replaceAll(/\s/g, "");
  return `data:${type};base64,${base64}`;
}
