/** Comparing values: how far apart two are, where they differ most, and how to print two numbers that differ. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape } from "../../numeric/array/shape.js";
import { formatExponent } from "../../numeric/print/number.js";
import { relError } from "../../nn/gradcheck/relError.js";

/** What a function gives: an array, or a number such as a loss. */
export type Value = NDArray | number;

/** float32 has seven digits. */
export const SINGLE_LIMIT = 1e-4;

/** @returns the largest relative error; NaN if one has a NaN; both of one shape */
export function errorOf(got: Value, right: Value): number {
  if (typeof got === "number" || typeof right === "number") return relError(got, right);
  return relError(floats(got), floats(right));
}

/** What float32 can be asked for. */
export function limitFor(got: Value, limit: number): number {
  return isSingle(got) ? Math.max(limit, SINGLE_LIMIT) : limit;
}

export function isSingle(value: Value): boolean {
  return typeof value !== "number" && value.dtype === "float32";
}

/** Whether float64 holds numbers that have been through float32. */
export function wasSingle(got: Value, right: Value): boolean {
  const values = numbersOf(got);
  return values.every((value) => Object.is(Math.fround(value), value)) && sameSize(got, right) && errorOf(got, right) < SINGLE_LIMIT;
}

/** Whether a result is that of a program known to be wrong: equal but for the last digits; NaN and infinities included. */
export function near(got: Value, predicted: Value): boolean {
  if (!sameSize(got, predicted)) return false;
  const tolerance = isSingle(got) ? SINGLE_LIMIT : 1e-9;
  const [a, b] = [numbersOf(got), numbersOf(predicted)];
  const scale = b.reduce((largest, value) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest), 0);
  return a.every((value, i) => sameNumber(value, b[i]!, tolerance, scale));
}

function sameNumber(a: number, b: number, tolerance: number, scale: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= tolerance * (Math.abs(a) + Math.abs(b)) + tolerance * 1e-3 * scale;
}

function sameSize(a: Value, b: Value): boolean {
  if (typeof a === "number" || typeof b === "number") return typeof a === typeof b;
  return sameShape(a.shape, b.shape);
}

export function numbersOf(value: Value): number[] {
  return typeof value === "number" ? [value] : Array.from(value.data);
}

/** The place of the largest difference, as an index into the flat data. */
export function worstPlace(got: Value, right: Value): number {
  const [a, b] = [numbersOf(got), numbersOf(right)];
  const errors = a.map((value, i) => {
    const error = Math.abs(value - b[i]!) / Math.max(1e-8, Math.abs(value) + Math.abs(b[i]!));
    return Object.is(value, b[i]) ? -1 : Number.isNaN(error) ? Infinity : error;
  });
  return errors.indexOf(Math.max(...errors));
}

/** e.g. `[0, 1]`; empty for a number. */
export function indexText(shape: readonly number[], place: number): string {
  let rest = place;
  const index = [...shape].reverse().map((size) => {
    const at = rest % size;
    rest = Math.floor(rest / size);
    return at;
  });
  return index.length === 0 ? "" : `[${index.reverse().join(", ")}]`;
}

/** The factor between the two, if it is one everywhere; else null. */
export function commonFactor(got: Value, right: Value): number | null {
  if (typeof got === "number" || typeof right === "number" || !sameShape(got.shape, right.shape) || got.size < 2) return null;
  const place = worstPlace(got, right);
  const factor = numbersOf(got)[place]! / numbersOf(right)[place]!;
  if (!Number.isFinite(factor) || factor === 0) return null;
  return near(got, right.astype("float64").mul(factor)) ? factor : null;
}

/** Six digits, enough to recognise a number by. */
export function numberText(value: number, digits = 6): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : formatExponent(value, 1);
}

/** Both with as many digits as it takes to tell them apart, six or more. */
export function apart(a: number, b: number): [a: string, b: string] {
  for (let digits = 6; digits < 17; digits++) {
    const texts: [string, string] = [numberText(a, digits), numberText(b, digits)];
    if (texts[0] !== texts[1]) return texts;
  }
  return [numberText(a, 17), numberText(b, 17)];
}

function floats(x: NDArray): NDArray {
  return x.dtype === "float64" ? x : x.astype("float64");
}
