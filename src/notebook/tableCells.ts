import { formatColumn } from "./formatColumn.js";

/** What is read of a danfojs DataFrame or Series. */
export interface Frame {
  readonly columns: readonly (string | number)[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly $isSeries: boolean;
}

/** A frame as the text of its cells; of a long one only the first and last rows. */
export interface TableCells {
  readonly columns: readonly string[];
  /** Labels of the rows that are shown, or null where they are hidden. */
  readonly index: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** How many rows are left out, between the two halves of those shown. */
  readonly omitted: number;
  /** Rows and columns of the whole frame. */
  readonly shape: readonly [rows: number, columns: number];
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
    rows: shown.map((_, place) => columns.map((cells) => cells[place]!)),
    omitted: count - shown.length,
    shape: [count, frame.columns.length],
  };
}
