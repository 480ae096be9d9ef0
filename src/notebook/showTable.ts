import { display, type DisplayOptions } from "./display/display.js";
import { type Frame, readFrame, tableBundle, type TableOptions } from "./table/tableBundle.js";

/** Options of `showTable`. */
export interface ShowTableOptions extends TableOptions, DisplayOptions {}

/**
 * Shows a danfojs DataFrame or Series as a table; outside a kernel, as lines of text.
 *
 * @throws {TypeError} if frame is neither
 * @example
 * showTable(gradientTable({ W1: 1.83e-8, b1: 9.83e-9 }, 1e-7), { index: false });
 */
export function showTable(frame: Frame, options: ShowTableOptions = {}): void {
  if (readFrame(frame) === null) {
    throw new TypeError(`showTable: expected a danfojs DataFrame or Series, got ${frame === null ? "null" : typeof frame}. Records become one with sweepTable.`);
  }
  display(tableBundle(frame, options), options);
}
