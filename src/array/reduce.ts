/**
 * Sums and extremes of typed arrays, in NumPy's order of operations, so that the last bits agree:
 * a run of neighbouring elements is summed pairwise, an outer axis is added row by row.
 */
import type { TypedArray } from "./dtype.js";

/** An array seen as (outer, length, inner): the axis to reduce lies in the middle. */
export interface AxisLayout {
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
}

export type Reduction = (data: TypedArray, layout: AxisLayout, out: TypedArray) => void;

const BLOCK = 128;

/**
 * The sum of data[start .. start + length), by NumPy's pairwise rule: eight running sums within
 * a block of 128, halves beyond that. Its rounding error grows with log n instead of n.
 *
 * Source of the rule: NumPy, `pairwise_sum` in numpy/core/src/umath/loops_utils.h.src (BSD-3-Clause).
 */
export function pairwiseSum(data: ArrayLike<number>, start = 0, length = data.length - start): number {
  if (length < 8) {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += data[i]!;
    return sum;
  }
  if (length > BLOCK) {
    let half = Math.floor(length / 2);
    half -= half % 8;
    return pairwiseSum(data, start, half) + pairwiseSum(data, start + half, length - half);
  }
  return sumInEight(data, start, length);
}

function sumInEight(data: ArrayLike<number>, start: number, length: number): number {
  const r = Array.from({ length: 8 }, (_, lane) => data[start + lane]!);
  const whole = length - (length % 8);
  for (let i = 8; i < whole; i += 8) {
    for (let lane = 0; lane < 8; lane++) r[lane]! += data[start + i + lane]!;
  }
  let sum = r[0]! + r[1]! + (r[2]! + r[3]!) + (r[4]! + r[5]! + (r[6]! + r[7]!));
  for (let i = whole; i < length; i++) sum += data[start + i]!;
  return sum;
}

export const sumAlong: Reduction = (data, { outer, length, inner }, out) => {
  if (inner === 1) {
    for (let o = 0; o < outer; o++) out[o] = pairwiseSum(data, o * length, length);
    return;
  }
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < length; k++) {
      const row = (o * length + k) * inner;
      for (let i = 0; i < inner; i++) out[o * inner + i]! += data[row + i]!;
    }
  }
};

/** NaN wins, as in NumPy: a maximum over data with a NaN is NaN. */
export const maxAlong: Reduction = extremeAlong((candidate, best) => candidate > best);
export const minAlong: Reduction = extremeAlong((candidate, best) => candidate < best);

function extremeAlong(better: (candidate: number, best: number) => boolean): Reduction {
  return (data, layout, out) =>
    forEachLane(layout, (start, step, lane) => {
      let best = data[start]!;
      for (let k = 1; k < layout.length && best === best; k++) {
        const candidate = data[start + k * step]!;
        if (better(candidate, best) || candidate !== candidate) best = candidate;
      }
      out[lane] = best;
    });
}

/** The first of equal maxima; the first NaN if there is one. */
export const argmaxAlong: Reduction = (data, layout, out) =>
  forEachLane(layout, (start, step, lane) => {
    let best = 0;
    for (let k = 1; k < layout.length; k++) {
      const champion = data[start + best * step]!;
      if (champion !== champion) break;
      const candidate = data[start + k * step]!;
      if (candidate > champion || candidate !== candidate) best = k;
    }
    out[lane] = best;
  });

function forEachLane(
  { outer, length, inner }: AxisLayout,
  visit: (start: number, step: number, lane: number) => void,
): void {
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) visit(o * length * inner + i, inner, o * inner + i);
  }
}
