/** Writes a notebook as the text of an .ipynb file of format 4.5. */
import type { MimeBundle } from "../display/mimeBundle.js";
import type { Cell, Notebook, Output } from "./notebook.js";

/** The file's text: keys in Jupyter's order, texts as lists of lines, indented by one space. */
export function writeNotebook({ metadata, cells }: Notebook): string {
  const file = { cells: cells.map(cellFields), metadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function cellFields(cell: Cell): object {
  const source = toLines(cell.source);
  const { cell_type, id, metadata } = cell;
  if (cell.cell_type === "code") {
    return {
      cell_type,
      execution_count: cell.execution_count,
      id,
      metadata,
      outputs: cell.outputs.map(outputFields),
      source,
    };
  }
  const attachments = Object.entries(cell.attachments ?? {}).map(([name, data]) => [name, bundleFields(data)]);
  return { ...(cell.attachments && { attachments: Object.fromEntries(attachments) }), cell_type, id, metadata, source };
}

function outputFields(output: Output): object {
  if (output.output_type === "stream") return { ...output, text: toLines(output.text) };
  return "data" in output ? { ...output, data: bundleFields(output.data) } : output;
}

/** Text types as lines; pictures and JSON as they are. */
function bundleFields(data: MimeBundle): MimeBundle {
  const fields = Object.entries(data).map(([type, value]) => {
    const asLines = typeof value === "string" && /^text\/|javascript$|svg\+xml$/.test(type);
    return [type, asLines ? toLines(value) : value];
  });
  return Object.fromEntries(fields);
}

/** The lines of the text, each with its own line end. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
