import type { TableCells } from "../../html/tableHtml.js";
import { formatColumn } from "./formatColumn.js";

/** What is read of a danfojs DataFrame or Series. */
export interface Frame {
  readonly columns: readonly (string | number)[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly $isSeries: boolean;
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
