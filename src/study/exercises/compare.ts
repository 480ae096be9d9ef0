/** Comparing what the learner's code returned with what is right. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { sameShape, type Shape, shapeText, sizeOf } from "../../numeric/array/shape.js";
import { formatExponent } from "../../numeric/print/number.js";
import { relError } from "../../nn/gradcheck/relError.js";
import { type Mistake, recognise } from "./mistake.js";
import type { Finding } from "./runChecks.js";

export interface Comparison {
  /** largest relative error that is fine */
  readonly limit: number;
  readonly mistakes: readonly Mistake[];
  /** said of what no mistake explains */
  readonly other: string;
}

/** The limit as a report shows it. */
export function belowText(limit: number): string {
  return `below ${formatExponent(limit, 0)}`;
}

/** @returns null if the sizes differ: the check of the shape says so */
export function compareArrays(got: NDArray, right: NDArray, { limit, mistakes, other }: Comparison): Finding | null {
  if (got.size !== right.size) return null;
  const values = asFloats(got).reshape(...right.shape);
  const error = relError(values, right);
  const diagnosis = error < limit ? "" : recognise(values, mistakes, other);
  return { measured: formatExponent(error, 1), diagnosis };
}

export function compareNumbers(got: number, right: number, { limit, mistakes, other }: Comparison): Finding {
  const scalar = (value: number) => new NDArray(Float64Array.of(value), []);
  const diagnosis = relError(got, right) < limit ? "" : recognise(scalar(got), mistakes, other);
  return { measured: numberText(got), diagnosis };
}

/** Six digits, enough to recognise a number by. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : formatExponent(value, 1);
}

/** Is a gradient of exactly its parameter's shape? */
export function compareShapes(name: string, got: Shape, right: Shape): Finding {
  return { measured: shapeText(got), diagnosis: sameShape(got, right) ? "" : explainShape(name, got, right) };
}

function explainShape(name: string, got: Shape, right: Shape): string {
  const has = `${name} has shape ${shapeText(got)} instead of ${shapeText(right)}`;
  if (right.length === 1 && sameShape(got, [1, ...right])) {
    const cause = "db of shape (1, M) passes a check that broadcasts, and fails at the update";
    return `${has}: ${cause}. Sum with dout.sum(0), which gives (M,)`;
  }
  if (right.length > 1 && sameShape(got, [...right].reverse())) {
    return `${has}: transposed. Write the shapes under the product, only one order fits`;
  }
  if (right.length === 1 && got.length === 2 && got[1] === right[0]) {
    return `${has}: the sum over the examples is missing, dout.sum(0)`;
  }
  if (sizeOf(got) === sizeOf(right)) return `${has}: reshape it back, a gradient has the shape of what it belongs to`;
  return `${has}: a gradient has exactly the shape of what it belongs to`;
}

function asFloats(x: NDArray): NDArray {
  return x.dtype === "float64" ? x : x.astype("float64");
}
