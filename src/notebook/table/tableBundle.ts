import { tableHtml } from "../../html/tableHtml.js";
import type { MimeBundle } from "../display/mimeBundle.js";
import { type Frame, tableCells } from "./tableCells.js";
import { tableText } from "./tableText.js";

export interface TableOptions {
  /** A line above the table. */
  readonly caption?: string;
  /** Whether to show the labels of the rows; true by default. */
  readonly index?: boolean;
}

/** A danfojs DataFrame or Series in the formats of a front end. */
export function tableBundle(frame: Frame, { caption = "", index = true }: TableOptions = {}): MimeBundle {
  const cells = tableCells(frame, index);
  return { data: { "text/html": tableHtml(cells, caption), "text/plain": tableText(cells, caption) }, metadata: {} };
}
