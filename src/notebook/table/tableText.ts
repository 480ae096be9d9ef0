import { sizeText, type TableCells } from "../../html/tableHtml.js";

/** Letters that take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const columnsOf = (text: string) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
const alignRight = (text: string, width: number) => " ".repeat(width - columnsOf(text)) + text;

/** The table as lines of text for a terminal: columns aligned on the right, two spaces apart. */
export function tableText({ columns, index, rows, omitted, shape }: TableCells, caption = ""): string {
  const labelled = (cells: readonly string[], label: string) => (index === null ? [...cells] : [label, ...cells]);
  const lines = [labelled(columns, ""), ...rows.map((cells, i) => labelled(cells, index?.[i] ?? ""))];
  if (omitted > 0) lines.splice(1 + rows.length / 2, 0, labelled(columns.map(() => "…"), "…"));
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => columnsOf(line[column]!))));
  const text = lines.map((line) => line.map((cell, column) => alignRight(cell, widths[column]!)).join("  "));
  return [...(caption === "" ? [] : [caption]), ...text, ...(omitted > 0 ? [sizeText(shape)] : [])].join("\n");
}
