/** The lines of text that a notebook shows, and those that are others in a page than in Node. */
import { type CodeCell, hasTag, type Notebook, type Output } from "../../src/jupyter/nbformat/notebook.js";
import { isAlike } from "./mathDiffers.js";
import { codeCells } from "./notebookRuns.js";

/** How long it has taken, behind a bar. */
const CLOCK = / · \d+:\d\d(?: · [^\n]*)?$/gm;
/** How CIFAR-10 is had instead is for a page another thing than for a clone. */
const NOTICE = /^\*{70}\n[^]*?\n\*{70}$/gm;
const NUMBER = /\d+(?:\.\d+)?/g;

/** What is shown as text: streams, plain texts, tables, errors. Of pictures and figures it is their plain text. */
export function shownLines(cell: CodeCell): string[] {
  // What the machine has, and how fast it is, is nothing to be compared.
  if (hasTag(cell, "machine")) return [];
  const text = cell.outputs.map(textOf).join("\n").replace(CLOCK, "").replace(NOTICE, "(notice)");
  return (hasTag(cell, "timing") ? text.replace(NUMBER, "#") : text).split("\n");
}

function textOf(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
  const [plain, html] = [output.data["text/plain"], output.data["text/html"]].map((text) => (typeof text === "string" ? text : ""));
  const table = html!.replace(/<(script|style)\b[^]*?<\/\1>/g, "");
  return table.includes("<table") ? `${plain}\n${rows(table)}` : plain!;
}

/** A line for each row. */
function rows(html: string): string {
  return html.replace(/<\/tr>/g, "\n").replace(/<[^>]*>/g, " ").replace(/ +/g, " ");
}

/**
 * @param page what was shown in it
 * @param browser which it was
 * @returns the lines that differ, each with that of Node: none if all agree
 */
export function differences(node: Notebook, page: Notebook, browser: string): string[] {
  const others = codeCells(page);
  return codeCells(node).flatMap((cell, index) => {
    const [here, there] = [shownLines(others[index]!), shownLines(cell)];
    const lines = Array.from({ length: Math.max(here.length, there.length) }, (_, line) => [here[line] ?? "(nothing)", there[line] ?? "(nothing)"] as const);
    return lines.filter(([own, expected]) => !isAlike(own, expected, cell.id, browser)).map(([own, expected]) => `${cell.id}: ${own} (Node: ${expected})`);
  });
}
