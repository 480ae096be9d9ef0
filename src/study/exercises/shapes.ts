/** What a wrong shape tells of its cause. */
import { sameShape, sizeOf } from "../../numeric/array/shape.js";
import type { Cause } from "./diagnoses.js";
import { near, type Value } from "./value.js";

/** @returns the cause of a wrong shape, if it can be told */
export function explainShape(got: Value, right: Value): Cause[] {
  if (typeof got === "number" || typeof right === "number") return [];
  const isReversed = right.ndim > 1 && sameShape(got.shape, [...right.shape].reverse());
  // more axes than two are seldom all exchanged: there the numbers have to say it too
  return isReversed && (right.ndim === 2 || near(got.T, right)) ? ["transposed"] : [];
}

/** @returns the cause of a gradient's wrong shape, if it can be told */
export function explainGradientShape(got: Value, right: Value): Cause[] {
  if (typeof got === "number" || typeof right === "number") return [];
  const [{ shape: g }, { shape: r }] = [got, right];
  if (r.length === 1 && sameShape(g, [1, ...r])) return ["rowKept"];
  if (r.length === 1 && g.length === 2 && g[1] === r[0]) return ["notSummed"];
  if (r.length > 2 && sizeOf(g) === sizeOf(r) && sameShape(g, [r[0]!, sizeOf(r) / r[0]!])) return ["notShapedBack"];
  return explainShape(got, right);
}
