/** Numbers as they are shown, and matrices made and joined. */
import { array, matmul, type NDArray } from "../../index.js";

/** A number with four digits, or with so many decimals, no zeros at its end, and a minus as wide as a plus. */
export function shown(x: number, decimals?: number): string {
  const short = decimals !== undefined || Math.abs(x) >= 1000 ? Number(x.toFixed(decimals ?? 1)) : Number(x.toPrecision(4));
  return String(short === 0 ? 0 : short).replaceAll("-", "−");
}

/** In a product or a difference: with parentheses if it is below 0. */
export function factor(x: number): string {
  return x < 0 ? `(${shown(x)})` : shown(x);
}

export function tabulated(rows: number, columns: number, f: (i: number, j: number) => number): NDArray {
  return array(Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(i, j))));
}

/** a·b where the shapes allow it. */
export function product(a: NDArray, b: NDArray): NDArray | undefined {
  return a.shape[1] === b.shape[0] ? matmul(a, b) : undefined;
}

/** The rows of a matrix, each as a matrix of one. */
export function rowsOf(a: NDArray): NDArray[] {
  return Array.from({ length: a.shape[0] }, (_, i) => a.slice(i, i + 1));
}
