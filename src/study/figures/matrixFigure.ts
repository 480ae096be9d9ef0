/** Equations of matrices with every number in its cell: `x · w + b = out`, line by line. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { shapeText } from "../../numeric/array/shape.js";
import { box, diagram, label, type Mark, type Tone } from "./diagram.js";
import type { Figure, FigureOptions } from "./figure.js";
import { shortNumber } from "./shortNumber.js";

/** A matrix or vector of an equation. */
export interface MatrixTerm {
  /** written above it, e.g. "x" or "w<sup>T</sup>" */
  readonly name: string;
  /** (rows, columns), or (columns,), which is drawn as one row */
  readonly values: NDArray;
  /** what it is: a value, a gradient or a parameter; default plain */
  readonly tone?: Tone;
  /** whether a cell is grey: cut off, or of no account for what is shown */
  readonly muted?: (row: number, column: number) => boolean;
}

/** Matrices with the signs between them, e.g. `[x, "·", w, "=", out]`. */
export type MatrixEquation = readonly (MatrixTerm | string)[];

const [CELL_WIDTH, CELL_HEIGHT] = [42, 28];
const LETTER_WIDTH = 12;
const HEAD = 44;
const GAP = 26;
const EDGE = 10;
/** Room for a title above small matrices. */
const MIN_WIDTH = 520;

/**
 * Draws equations one below the other, names and shapes above the matrices.
 *
 * @param equations at least one, each with at least one matrix
 * @throws {RangeError} if there is none, or an array is not a vector or matrix with elements
 * @example
 * const [x, w] = [array([[1, 2]]), array([[1], [10]])];
 * const out = { name: "out", values: matmul(x, w) };
 * const equation = [{ name: "x", values: x }, "·", { name: "w", values: w }, "=", out];
 * matrixFigure([equation]).layout.annotations.at(-1).text // "21"
 */
export function matrixFigure(equations: readonly MatrixEquation[], options: FigureOptions = {}): Figure {
  if (!equations.some(({ length }) => length > 0)) throw new RangeError("matrixFigure: expected at least one equation, got none");
  const width = Math.max(MIN_WIDTH, ...equations.map((equation) => equationWidth(equation) + 2 * EDGE));
  const marks: Mark[] = [];
  let top = 0;
  for (const equation of equations) {
    marks.push(...equationMarks(equation, (width - equationWidth(equation)) / 2, top));
    top += equationHeight(equation) + GAP;
  }
  return diagram([width, top - GAP + EDGE], marks, options);
}

function sizesOf({ name, values }: MatrixTerm): [rows: number, columns: number] {
  const { shape } = values;
  if (values.size === 0 || shape.length < 1 || shape.length > 2) {
    throw new RangeError(`matrixFigure: expected ${name} to be a vector or a matrix with elements, got shape ${shapeText(shape)}`);
  }
  return shape.length === 2 ? [shape[0], shape[1]] : [1, shape[0]];
}

function termWidth(term: MatrixTerm | string): number {
  return typeof term === "string" ? term.length * LETTER_WIDTH + 22 : sizesOf(term)[1] * CELL_WIDTH;
}

function equationWidth(equation: MatrixEquation): number {
  return equation.reduce((width, term) => width + termWidth(term), 0);
}

function equationHeight(equation: MatrixEquation): number {
  const rows = equation.map((term) => (typeof term === "string" ? 1 : sizesOf(term)[0]));
  return HEAD + Math.max(...rows) * CELL_HEIGHT;
}

function equationMarks(equation: MatrixEquation, left: number, top: number): Mark[] {
  const middle = top + HEAD + (equationHeight(equation) - HEAD) / 2;
  let at = left;
  return equation.flatMap((term) => {
    const start = at;
    at += termWidth(term);
    if (typeof term === "string") return [label([(start + at) / 2, middle], `<b>${term}</b>`, { size: 22 })];
    return termMarks(term, start, middle - (sizesOf(term)[0] * CELL_HEIGHT) / 2);
  });
}

function termMarks(term: MatrixTerm, left: number, top: number): Mark[] {
  const { name, values, tone = "plain", muted = () => false } = term;
  const [rows, columns] = sizesOf(term);
  const head = `<b>${name}</b><br><span style="font-size:11px">${shapeText(values.shape)}</span>`;
  const marks = [label([left + (columns * CELL_WIDTH) / 2, top - 4], head, { tone, yanchor: "bottom" })];
  const cells = values.reshape(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = [left + (column + 0.5) * CELL_WIDTH, top + (row + 0.5) * CELL_HEIGHT] as const;
      const [value, cellTone] = [cells.get(row, column), muted(row, column) ? "muted" : tone];
      const hover = `${name}[${row}, ${column}] = ${shortNumber(value, 6)}`;
      marks.push(box(at, [CELL_WIDTH, CELL_HEIGHT], { tone: cellTone, lineWidth: 1, hover }));
      marks.push(label(at, shortNumber(value), { tone: cellTone === "muted" ? "muted" : "plain" }));
    }
  }
  return marks;
}
