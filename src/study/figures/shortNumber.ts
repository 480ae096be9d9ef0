/** Numbers as a diagram shows them, where there is room for three or four characters. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { formatFixed } from "../../numeric/print/number.js";

/**
 * A number with at most so many decimals, no zeros at its end, and a minus as wide as a plus.
 *
 * @param decimals default 2
 * @example shortNumber(-0.5) // "−0.5"
 */
export function shortNumber(x: number, decimals = 2): string {
  const fixed = formatFixed(x, decimals);
  const short = decimals > 0 && Number.isFinite(x) ? fixed.replace(/\.?0+$/, "") : fixed;
  return short === "-0" ? "0" : short.replace("-", "−");
}

/** A vector in one line, a matrix in one line for each row, in square brackets. */
export function shortArray(values: NDArray, decimals = 2): string {
  const rows = values.ndim === 2 ? (values.toList() as number[][]) : [Array.from(values.data)];
  return rows.map((row) => `[${row.map((x) => shortNumber(x, decimals)).join(", ")}]`).join("<br>");
}
