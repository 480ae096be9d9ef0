/**
 * Sums and extremes of typed arrays, in NumPy's order of operations, so that the last bits agree:
 * a run of neighbouring elements is summed pairwise, an outer axis is added row by row.
 */
import { allocate, type DType, type TypedArray } from "./dtype.js";
import type { Operand } from "./elementwise.js";
import { resolveAxis, shapeText, sizeOf } from "./shape.js";

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
    for (let i = start; i < start + length; i++) sum += data[i];
    return sum;
  }
  if (length > BLOCK) {
    let half = Math.floor(length / 2);
    half -= half % 8;
    return pairwiseSum(data, start, half) + pairwiseSum(data, start + half, length - half);
  }
  return sumInEight(data, start, length);
}

/** Eight named sums: a list of them would cost ten times as much. */
function sumInEight(data: ArrayLike<number>, start: number, length: number): number {
  let [r0, r1, r2, r3] = [data[start], data[start + 1], data[start + 2], data[start + 3]];
  let [r4, r5, r6, r7] = [data[start + 4], data[start + 5], data[start + 6], data[start + 7]];
  const end = start + length - (length % 8);
  for (let i = start + 8; i < end; i += 8) {
    r0 += data[i];
    r1 += data[i + 1];
    r2 += data[i + 2];
    r3 += data[i + 3];
    r4 += data[i + 4];
    r5 += data[i + 5];
    r6 += data[i + 6];
    r7 += data[i + 7];
  }
  let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
  for (let i = end; i < start + length; i++) sum += data[i];
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
      for (let i = 0; i < inner; i++) out[o * inner + i] += data[row + i];
    }
  }
};

/** NaN wins, as in NumPy: a maximum over data with a NaN is NaN. */
export const maxAlong: Reduction = extremeAlong((candidate, best) => candidate > best);
export const minAlong: Reduction = extremeAlong((candidate, best) => candidate < best);

function extremeAlong(better: (candidate: number, best: number) => boolean): Reduction {
  return (data, layout, out) =>
    forEachLane(layout, (start, step, lane) => {
      let best = data[start];
      for (let k = 1; k < layout.length && best === best; k++) {
        const candidate = data[start + k * step];
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
      const champion = data[start + best * step];
      if (champion !== champion) break;
      const candidate = data[start + k * step];
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

/**
 * Reduces an array along one axis, which the result no longer has.
 *
 * @param dtype of the result
 * @throws {RangeError} if there is no such axis, or, but for sums, nothing along it
 */
export function reduceAxis(caller: string, { data, shape }: Operand, axis: number, dtype: DType, reduction: Reduction): Operand {
  const along = resolveAxis(caller, axis, shape.length);
  const length = shape[along];
  if (length === 0 && reduction !== sumAlong) {
    throw new RangeError(`${caller}: expected at least one element along axis ${along}, got shape ${shapeText(shape)}`);
  }
  const before = shape.slice(0, along);
  const after = shape.slice(along + 1);
  const out = allocate(dtype, sizeOf(before) * sizeOf(after));
  reduction(data, { outer: sizeOf(before), length, inner: sizeOf(after) }, out);
  return { data: out, shape: [...before, ...after] };
}
