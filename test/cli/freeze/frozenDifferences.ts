/** Does a run print what the committed notebook shows? */
import { type CodeCell, hasTag, type Notebook } from "../../../src/jupyter/nbformat/notebook.js";

/** Cells with times in their outputs, and cells about the machine, differ from run to run. */
const CHANGING = ["timing", "machine"];
/** A line with a bar and a clock. */
const PROGRESS = /\|[█▏▎▍▌▋▊▉ ]+\|.* · \d+:\d\d/;

/**
 * Compares the texts that cells print or show; left out are pictures, tables' HTML, progress lines,
 * and cells tagged `timing` or `machine`.
 *
 * @returns a paragraph for each cell that differs, none if all agree
 */
export function frozenDifferences(committed: Notebook, executed: Notebook): string[] {
  const runs = new Map(executed.cells.map((cell) => [cell.id, cell]));
  return committed.cells
    .filter((cell): cell is CodeCell => cell.cell_type === "code" && !CHANGING.some((tag) => hasTag(cell, tag)))
    .flatMap((cell) => {
      const run = runs.get(cell.id);
      const [shown, now] = [outputText(cell), run?.cell_type === "code" ? outputText(run) : "(no such cell)"];
      return shown === now ? [] : [`cell ${cell.id} shows\n${shown}\nand gives now\n${now}`];
    });
}

function outputText({ outputs }: CodeCell): string {
  const texts = outputs.map((output) => {
    if (output.output_type === "stream") return output.text;
    if (output.output_type === "error") return `${output.ename}: ${output.evalue}\n`;
    const text = output.data["text/plain"];
    if (typeof text === "string" && PROGRESS.test(text)) return "";
    return `${typeof text === "string" ? text : `(${Object.keys(output.data).join(", ")})`}\n`;
  });
  return texts.join("");
}
