/**
 * Arrays as text, as NumPy prints them: columns aligned, lines of at most 75 characters, and of
 * more than 1000 elements only the first and last 3 along each axis.
 *
 * Source of the rules: numpy/core/arrayprint.py (NumPy 1.24).
 */
import type { DType, TypedArray } from "../array/dtype.js";
import { bracketedLines, type Layout, shownOffsets } from "./bracketedLines.js";
import { floatFormat, type FloatPrecision, type NumberFormat } from "./floatFormat.js";
import { formatRepr } from "./formatRepr.js";

const LINE_WIDTH = 75;
const SUMMARY_THRESHOLD = 1000;
const EDGE_ITEMS = 3;
/** Within `array(` and `)` or `,`. */
const REPR_LAYOUT = { separator: ", ", indent: "array(".length, width: LINE_WIDTH - 1 };

export interface PrintableArray {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/**
 * The text of NumPy's `str(array)`, which `print` shows.
 *
 *
 * @example
 * arrayText(array([[1, 2], [3, 4.5]])) // "[[1.  2. ]\n [3.  4.5]]"
 */
export function arrayText(array: PrintableArray): string {
  const { data, shape, dtype } = array;
  if (data.length === 0) return "[]";
  if (shape.length === 0) return isFloat(dtype) ? formatRepr(data[0]!, dtype) : String(data[0]);
  return elementsText(array, { separator: " ", indent: 0, width: LINE_WIDTH });
}

/**
 * The text of NumPy's `repr(array)`, which a cell shows; it names the element type unless that is
 * float64 or int32.
 *
 *
 * @example
 * arrayRepr(array([[1, 2], [3, 4.5]])) // "array([[1. , 2. ],\n       [3. , 4.5]])"
 */
export function arrayRepr(array: PrintableArray): string {
  const { data, dtype } = array;
  const text = `array(${data.length === 0 ? emptyText(array) : elementsText(array, REPR_LAYOUT)}`;
  if (data.length > 0 && (dtype === "float64" || dtype === "int32")) return `${text})`;

  const type = `dtype=${dtype})`;
  const lastLine = text.slice(text.lastIndexOf("\n") + 1);
  const isTooLong = lastLine.length + ", ".length + type.length > LINE_WIDTH;
  return isTooLong ? `${text},\n      ${type}` : `${text}, ${type}`;
}

function emptyText({ shape }: PrintableArray): string {
  return shape.length === 1 ? "[]" : `[], shape=(${shape.join(", ")})`;
}

function elementsText({ data, shape, dtype }: PrintableArray, layout: Omit<Layout, "edgeItems">): string {
  const edgeItems = data.length > SUMMARY_THRESHOLD ? EDGE_ITEMS : Infinity;
  const shown = shownOffsets(shape, edgeItems).map((offset) => data[offset]!);
  const format = isFloat(dtype) ? floatFormat(shown, dtype) : integerFormat(shown);
  return bracketedLines(shape, (offset) => format(data[offset]!), { ...layout, edgeItems });
}

function integerFormat(shown: number[]): NumberFormat {
  const width = shown.reduce((max, x) => Math.max(max, String(x).length), 0);
  return (x) => String(x).padStart(width);
}

function isFloat(dtype: DType): dtype is FloatPrecision {
  return dtype === "float64" || dtype === "float32";
}
