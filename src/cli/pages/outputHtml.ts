/** One output of a cell as HTML, by the richest of its forms that a page can show. */
import { escapeHtml, scriptJson } from "../../jupyter/display/html.js";
import type { MimeBundle } from "../../jupyter/display/mimeBundle.js";
import type { Output } from "../../jupyter/nbformat/notebook.js";
import { ansiHtml } from "./ansiHtml.js";
import type { MarkdownRenderer } from "./markdown.js";
import { PageScripts } from "./pagePolicy.js";
import { terminalText } from "./terminalText.js";

type Show = (data: string, bundle: MimeBundle, metadata: Record<string, unknown>, markdown: MarkdownRenderer) => string;

/** From the richest on. HTML is shown in full; which of its scripts run is for the page's policy to say. */
const FORMS: readonly (readonly [type: string, show: Show])[] = [
  ["text/html", (data) => `<div class="html">${data}</div>`],
  [
    "image/svg+xml",
    (data, bundle, metadata) =>
      picture(`data:image/svg+xml;base64,${Buffer.from(data).toString("base64")}`, "image/svg+xml", bundle, metadata),
  ],
  ...["image/png", "image/jpeg", "image/gif", "image/webp"].map((type): [string, Show] => [
    type,
    (data, bundle, metadata) =>
      picture(`data:${type};base64,${data.replaceAll(/[^A-Za-z0-9+/=]/g, "")}`, type, bundle, metadata),
  ]),
  ["text/latex", (data, _bundle, _metadata, markdown) => markdown.render(asMath(data))],
  ["text/markdown", (data, _bundle, _metadata, markdown) => markdown.render(data)],
];

/**
 * The output as HTML; nothing for one that has no form to show.
 *
 * @param scripts takes the scripts in it that the page may run
 * @param isOurs false for an output of unknown origin: of that, figures are drawn and no scripts run
 */
export function outputHtml(output: Output, markdown: MarkdownRenderer, scripts = new PageScripts(), isOurs = true): string {
  if (output.output_type === "stream") return block(output.name, ansiHtml(terminalText(output.text).trimEnd()));
  if (output.output_type === "error") return block("error", ansiHtml(errorText(output)));
  const { data, metadata } = output;
  const form = FORMS.find(([type]) => typeof data[type] === "string");
  const kind = output.output_type === "execute_result" ? "result" : "display";
  const plot = data[plotlyType];
  if (form?.[0] !== "text/html" && plot) return `<div class="output ${kind}">${plotlyHtml(plot, scripts)}</div>`;
  if (form?.[0] === "text/html" && isOurs) scripts.allowIn(data["text/html"] as string);
  if (form) return `<div class="output ${kind}">${form[1](data[form[0]] as string, data, metadata, markdown)}</div>`;
  return typeof data["text/plain"] === "string" ? block(kind, ansiHtml(data["text/plain"])) : "";
}

/** True if the page needs plotly.js for this output. */
export function needsPlotly(output: Output): boolean {
  return "data" in output && plotlyType in output.data && typeof output.data["text/html"] !== "string";
}

/** The output with its picture in place of what needs a script, where it has one; for paper. */
export function stillOutput(output: Output): Output {
  if (!("data" in output) || !Object.keys(output.data).some((type) => type.startsWith("image/"))) return output;
  const { [plotlyType]: _plot, "text/html": html, ...rest } = output.data;
  const isStill = typeof html === "string" && !/<script/i.test(html);
  return { ...output, data: isStill ? { "text/html": html, ...rest } : rest };
}

/** The traceback, with the error's name and message in front unless it holds them. */
function errorText({
  ename,
  evalue,
  traceback,
}: {
  ename: string;
  evalue: string;
  traceback: readonly string[];
}): string {
  const text = traceback.join("\n");
  return text.includes(evalue) && text !== "" ? text : `${ename}: ${evalue}\n${text}`.trimEnd();
}

function block(kind: string, html: string): string {
  return html === "" ? "" : `<pre class="output ${kind}" tabindex="0">${html}</pre>`;
}

function picture(source: string, type: string, bundle: MimeBundle, metadata: Record<string, unknown>): string {
  const size = (metadata[type] ?? metadata) as Record<string, unknown>;
  const sizes = ["width", "height"]
    .filter((key) => Number(size[key]) > 0)
    .map((key) => ` ${key}="${Number(size[key])}"`);
  const alt = typeof bundle["text/plain"] === "string" ? bundle["text/plain"] : "";
  return `<img src="${source}" alt="${escapeHtml(alt)}"${sizes.join("")}>`;
}

/** LaTeX that brings its own dollars or environment stays as it is. */
function asMath(latex: string): string {
  const text = latex.trim();
  return /^(\$|\\begin\{)/.test(text) ? text : `$$${text}$$`;
}

/** A figure that has no HTML of its own, drawn by plotly.js from the page's assets. */
export const plotlyType = "application/vnd.plotly.v1+json";

/** The place of the figure and the call that draws it, once plotly.js is there. */
function plotlyHtml(figure: unknown, scripts: PageScripts): string {
  const { data = [], layout = {}, config = {} } = figure as { data?: unknown; layout?: unknown; config?: object };
  const values = [data, layout, { responsive: true, ...config }].map((value) => scriptJson(value ?? null)).join(", ");
  const source = `Plotly.newPlot(document.currentScript.previousElementSibling, ${values});`;
  scripts.allow(source);
  return `<div class="figure"></div><script>${source}</script>`;
}
