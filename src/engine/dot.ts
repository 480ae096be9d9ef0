/** The sum of products in plain loops, in the order that every engine keeps. */
import type { FloatArray } from "./engine.js";
import { DOT_SUMS } from "./kernels/layout.js";

/** @returns the sum of x[i]·y[i] in float64 */
export function dot(x: FloatArray, y: FloatArray): number {
  return finishDot(new Float64Array(DOT_SUMS), x, y, 0);
}

/** Adds the terms from `start`, a multiple of DOT_SUMS, to the eight sums, and those pairwise. */
export function finishDot(sums: Float64Array, x: FloatArray, y: FloatArray, start: number): number {
  for (let i = start; i < x.length; i++) sums[i % DOT_SUMS]! += x[i]! * y[i]!;
  const [a, b, c, d, e, f, g, h] = sums as unknown as [number, number, number, number, number, number, number, number];
  return a + b + (c + d) + (e + f + (g + h));
}
