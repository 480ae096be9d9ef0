/**
 * The loops of elementwise arithmetic. Each operation has a loop of its own: one loop for all, which
 * calls whatever operation it is given, takes five to twenty times as long.
 */
import type { TypedArray } from "./dtype.js";

/** `count` elements of out from `start`, and where the operands are: even steps apart, 0 for one that is repeated. */
export interface Run {
  readonly out: TypedArray;
  start: number;
  readonly count: number;
  readonly a: TypedArray;
  aStart: number;
  readonly aStep: number;
  readonly b: TypedArray;
  bStart: number;
  readonly bStep: number;
}

/** Sets a run of out to an operation of both operands. */
export type Loop = (run: Run) => void;

export const add: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = a[aStart + i * aStep] + b[bStart + i * bStep];
};

export const subtract: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = a[aStart + i * aStep] - b[bStart + i * bStep];
};

export const multiply: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = a[aStart + i * aStep] * b[bStart + i * bStep];
};

export const divide: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = a[aStart + i * aStep] / b[bStart + i * bStep];
};

/** NaN if either is. */
export const maximum: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = Math.max(a[aStart + i * aStep], b[bStart + i * bStep]);
};

/** NaN if either is. */
export const minimum: Loop = ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
  for (let i = 0; i < count; i++) out[start + i] = Math.min(a[aStart + i * aStep], b[bStart + i * bStep]);
};

/** Any other operation. */
export function loopOf(f: (x: number, y: number) => number): Loop {
  return ({ out, start, count, a, aStart, aStep, b, bStart, bStep }) => {
    for (let i = 0; i < count; i++) out[start + i] = f(a[aStart + i * aStep], b[bStart + i * bStep]);
  };
}
