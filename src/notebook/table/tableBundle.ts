import type { Shown } from "../../jupyter/display/mimeBundle.js";
import { sizeText, type TableCells, tableHtml } from "../../jupyter/display/tableHtml.js";
import { inLanguage } from "../../study/index.js";
import { formatColumn } from "./formatColumn.js";

export interface TableOptions {
  /** A line above the table. */
  readonly caption?: string;
  /** Whether to show the labels of the rows; default true. */
  readonly index?: boolean;
}

/** A danfojs DataFrame or Series in the formats of a front end. */
export function tableBundle(shown: Frame, { caption = "", index = true }: TableOptions = {}): Shown {
  const cells = cellsInLanguage(tableCells(readFrame(shown) ?? shown, index));
  const head = inLanguage(caption);
  return { data: { "text/html": tableHtml(cells, head), "text/plain": tableText(cells, head) }, metadata: {} };
}

/** Letters that take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const columnsOf = (text: string) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
const alignRight = (text: string, width: number) => " ".repeat(width - columnsOf(text)) + text;

/** The table as lines of text for a terminal: columns aligned on the right, two spaces apart. */
export function tableText({ columns, index, rows, omitted, shape }: TableCells, caption = ""): string {
  const labelled = (cells: readonly string[], label: string) => (index === null ? [...cells] : [label, ...cells]);
  const lines = [labelled(columns, ""), ...rows.map((cells, i) => labelled(cells, index?.[i] ?? ""))];
  if (omitted > 0) lines.splice(1 + rows.length / 2, 0, labelled(columns.map(() => "…"), "…"));
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => columnsOf(line[column]))));
  const text = lines.map((line) => line.map((cell, column) => alignRight(cell, widths[column])).join("  "));
  return [...(caption === "" ? [] : [caption]), ...text, ...(omitted > 0 ? [sizeText(shape)] : [])].join("\n");
}

/** What is read of a danfojs DataFrame or Series, by `readFrame`. */
export interface Frame {
  readonly columns: readonly (string | number)[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly $isSeries: boolean;
}

/**
 * A frame's own properties. A DataFrame has a property for each of its columns too, which hides that of the same
 * name, such as `index`, but not the getter behind it.
 *
 * @returns null if it is no frame
 */
export function readFrame(frame: Frame): Frame | null {
  const read = (name: keyof Frame): unknown => {
    let prototype: object | null = Object.getPrototypeOf(frame);
    while (prototype !== null && !Object.hasOwn(prototype, name)) prototype = Object.getPrototypeOf(prototype);
    return Reflect.get(prototype ?? frame, name, frame);
  };
  if (typeof frame !== "object" || frame === null) return null;
  const [columns, index, values] = (["columns", "index", "values"] as const).map(read);
  if (![columns, index, values].every(Array.isArray)) return null;
  return { columns, index, values, $isSeries: frame.$isSeries === true } as Frame;
}

const MAX_ROWS = 60;
/** Of a longer frame, rows shown from its beginning, and as many from its end. */
const EDGE_ROWS = 10;

/** The text of each column's cells, formatted together. */
export function tableCells(frame: Frame, withIndex = true): TableCells {
  const count = frame.index.length;
  const shown = frame.index.map((_, i) => i).filter((i) => count <= MAX_ROWS || i < EDGE_ROWS || i >= count - EDGE_ROWS);
  const row = (i: number) => (frame.$isSeries ? [frame.values[i]] : (frame.values[i] as readonly unknown[]));
  const columns = frame.columns.map((_, column) => formatColumn(shown.map((i) => row(i)[column])));
  return {
    columns: frame.columns.map(String),
    index: withIndex ? shown.map((i) => String(frame.index[i])) : null,
    rows: shown.map((_, place) => columns.map((cells) => cells[place])),
    omitted: count - shown.length,
    shape: [count, frame.columns.length],
  };
}

/** Names of columns and rows, and what cells say, in the language of the notebook. */
function cellsInLanguage({ columns, index, rows, ...rest }: TableCells): TableCells {
  return { ...rest, columns: columns.map(inLanguage), index: index && index.map(inLanguage), rows: rows.map((row) => row.map(inLanguage)) };
}
