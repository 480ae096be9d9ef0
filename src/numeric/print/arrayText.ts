/**
 * Arrays as text, as NumPy prints them: columns aligned, lines of at most 75 characters, and of
 * more than 1000 elements only the first and last 3 along each axis.
 *
 * Source of the rules: numpy/core/arrayprint.py (NumPy 1.24).
 */
import { floatFormat, type FloatPrecision, type NumberFormat } from "./floatFormat.js";
import { formatRepr } from "./number.js";

const LINE_WIDTH = 75;
const SUMMARY_THRESHOLD = 1000;
const EDGE_ITEMS = 3;
/** Within `array(` and `)` or `,`. */
const REPR_LAYOUT = { separator: ", ", indent: "array(".length, width: LINE_WIDTH - 1 };

export interface PrintableArray {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/**
 * The text of NumPy's `str(array)`, which `print` shows.
 *
 * @example
 * arrayText(array([[1, 2], [3, 4.5]])) // "[[1.  2. ]\n [3.  4.5]]"
 */
export function arrayText(array: PrintableArray): string {
  const { data, shape, dtype } = array;
  if (data.length === 0) return "[]";
  if (shape.length === 0) return isFloat(dtype) ? formatRepr(data[0], dtype) : String(data[0]);
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
  const shown = shownOffsets(shape, edgeItems).map((offset) => data[offset]);
  const format = isFloat(dtype) ? floatFormat(shown, dtype) : integerFormat(shown);
  return bracketedLines(shape, (offset) => format(data[offset]), { ...layout, edgeItems });
}

function integerFormat(shown: number[]): NumberFormat {
  const width = shown.reduce((max, x) => Math.max(max, String(x).length), 0);
  return (x) => String(x).padStart(width);
}

function isFloat(dtype: string): dtype is FloatPrecision {
  return dtype === "float64" || dtype === "float32";
}

/** How the nested brackets of an array's text are laid out. */
export interface Layout {
  /** Between elements: " " or ", ". */
  separator: string;
  /** Columns that stand before the outermost bracket. */
  indent: number;
  /** Where lines are broken. */
  width: number;
  /** How many rows or elements to show at each end of a longer axis. */
  edgeItems: number;
}

/** The positions along an axis that are shown; null stands for those left out. */
function shownPositions(length: number, edgeItems: number): (number | null)[] {
  if (length <= 2 * edgeItems) return Array.from({ length }, (_, i) => i);
  const edge = Array.from({ length: edgeItems }, (_, i) => i);
  return [...edge, null, ...edge.map((i) => length - edgeItems + i)];
}

/** The offsets in C order of the elements that are shown. */
export function shownOffsets(shape: readonly number[], edgeItems: number): number[] {
  return shape.reduce<number[]>((offsets, length) => {
    const positions = shownPositions(length, edgeItems).filter((position) => position !== null);
    return offsets.flatMap((offset) => positions.map((position) => offset * length + position));
  }, [0]);
}

/**
 * One row a line, long rows broken, blank lines between matrices, and an ellipsis for the middle of long axes.
 *
 * @param element the text of the element at an offset, the same length for all
 */
export function bracketedLines(shape: readonly number[], element: (offset: number) => string, layout: Layout): string {
  const { separator, edgeItems } = layout;

  const nested = (axis: number, offset: number, indent: string, width: number): string => {
    if (axis === shape.length) return element(offset);
    const items = shownPositions(shape[axis], edgeItems).map((position) =>
      position === null ? "..." : nested(axis + 1, offset * shape[axis] + position, `${indent} `, width - 1),
    );
    const axesLeft = shape.length - axis;
    if (axesLeft === 1) return `[${wrapped(items, separator, indent, width - 1)}]`;
    return `[${items.join(`${separator.trimEnd()}${"\n".repeat(axesLeft - 1)}${indent}`)}]`;
  };

  return nested(0, 0, " ".repeat(layout.indent + 1), layout.width);
}

/** Items on lines of at most the given width, indented from the second line on. */
function wrapped(items: string[], separator: string, indent: string, width: number): string {
  let done = "";
  let line = indent;
  items.forEach((item, i) => {
    if (line.length + item.length > width && line.length > indent.length) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i < items.length - 1 ? item + separator : item;
  });
  return (done + line).slice(indent.length);
}
