/** The affine layer and the affine-ReLU layer as programs with switches, each of which makes one mistake. */
import { matmul } from "../../../numeric/array/linearAlgebra.js";
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { anyGradient, anyResult, type Observation, type Slip } from "../mistake.js";
import type { Value } from "../value.js";
import type { Arrays, LayerCase } from "./layerSubject.js";

export interface ForwardSwitches {
  readonly rows: "columns" | "axes";
  readonly bias: "none" | "minus" | "twice" | "sum" | "times" | number;
  readonly product: "mean" | "negated" | number;
  readonly relu: "after" | "before" | "minimum" | "absolute" | "none";
}

export const affineSlips: readonly Slip<Arrays, ForwardSwitches>[] = [
  { cause: "flattenedByColumns", set: { rows: "columns" } },
  { cause: "axesExchanged", set: { rows: "axes" } },
  { cause: "biasMissing", set: { bias: "none" } },
  { cause: "biasSubtracted", set: { bias: "minus" } },
  { cause: "biasTwice", set: { bias: "twice" } },
  { cause: "biasSummed", set: { bias: "sum" } },
  { cause: "biasMultiplied", set: { bias: "times" } },
  { cause: "productMean", set: { product: "mean" } },
  { cause: "productNegated", set: { product: "negated" } },
  { cause: "productScaled", alone: true, fit: (seen) => scaleOf(seen, "product", [0, 1, -1]) },
  { cause: "biasScaled", alone: true, fit: (seen) => scaleOf(seen, "bias", [0, 1, -1, 2]) },
  ...anyResult<Arrays, ForwardSwitches>(),
];

/** Those of an affine layer alone, and those of one with a ReLU. */
export const withoutRelu: readonly Slip<Arrays, ForwardSwitches>[] = [...affineSlips, { cause: "reluTooMuch", set: { relu: "after" } }];
export const withRelu: readonly Slip<Arrays, ForwardSwitches>[] = [
  ...affineSlips,
  { cause: "reluMissing", set: { relu: "none" } },
  { cause: "reluFirst", set: { relu: "before" } },
  { cause: "reluOnWrongSide", set: { relu: "minimum" } },
  { cause: "absoluteValue", set: { relu: "absolute" } },
];

export function forwardProgram({ x, w, b }: Arrays, { rows, bias, product: how, relu }: Partial<ForwardSwitches>): NDArray {
  const given = rowsOf(x!, rows);
  const factor = typeof how === "number" ? how : how === "mean" ? 1 / w!.shape[0]! : how === "negated" ? -1 : 1;
  const product = matmul(relu === "before" ? given.maximum(0) : given, w!).mul(factor);
  const out = withBias(product, b!, bias);
  if (relu === "after") return out.maximum(0);
  if (relu === "minimum") return out.minimum(0);
  return relu === "absolute" ? out.abs() : out;
}

function rowsOf(x: NDArray, how?: "columns" | "axes"): NDArray {
  const N = x.shape[0]!;
  if (how === "columns") return x.reshape(-1, N).T;
  return how === "axes" && x.ndim === 3 ? x.transpose(0, 2, 1).reshape(N, -1) : x.reshape(N, -1);
}

/** The number that one of the two terms is multiplied by, where the first result is not cut off by a ReLU. */
function scaleOf(seen: readonly Observation<Arrays>[], term: "product" | "bias", named: readonly number[]): Partial<ForwardSwitches> | null {
  const [first] = seen;
  if (first === undefined || typeof first.got === "number") return null;
  const { x, w, b } = first.input as { x: NDArray; w: NDArray; b: NDArray };
  const product = matmul(rowsOf(x), w);
  const at = Array.from(first.got.data).findIndex((value) => value !== 0);
  const [xw, bias] = [product.data[at]!, b.data[at % b.size]!];
  const factor = term === "product" ? (first.got.data[at]! - bias) / xw : (first.got.data[at]! - xw) / bias;
  return !Number.isFinite(factor) || named.some((value) => Math.abs(value - factor) < 1e-9) ? null : { [term]: factor };
}

function withBias(product: NDArray, b: NDArray, how?: ForwardSwitches["bias"]): NDArray {
  if (typeof how === "number") return product.add(b.mul(how));
  switch (how) {
    case "none":
      return product;
    case "minus":
      return product.sub(b);
    case "twice":
      return product.add(b).add(b);
    case "sum":
      return product.add(b.sum());
    case "times":
      return product.mul(b);
    default:
      return product.add(b);
  }
}

export interface BackwardSwitches {
  readonly rows: "columns" | "axes";
  readonly dout: "ones";
  readonly weights: "reshaped";
  readonly back: "rows";
  readonly sum: "none" | "columns" | "all" | "first" | "row" | "bias";
  /** of a layer with a ReLU; no mask without one */
  readonly mask: "none" | "inverted" | "invertedAtZero" | "dout" | "both" | "input" | "zero";
}

type BackwardSlips = readonly Slip<LayerCase, BackwardSwitches>[];

const sizeOfBatch = ({ inputs }: LayerCase) => inputs.x!.shape[0]!;
const transposed = (value: Value): Value => (typeof value === "number" ? value : value.T);
const reordered = (value: Value): Value => (typeof value === "number" ? value : value.T.reshape(...value.shape));

const backwardSlips: Readonly<Record<string, BackwardSlips>> = {
  dx: [
    { cause: "transposedByReshape", set: { weights: "reshaped" } },
    { cause: "flattenedByColumns", set: { rows: "columns" } },
    { cause: "axesExchanged", set: { rows: "axes" } },
    { cause: "notShapedBack", set: { back: "rows" } },
  ],
  dw: [
    { cause: "flattenedByColumns", set: { rows: "columns" } },
    { cause: "axesExchanged", set: { rows: "axes" } },
    { cause: "transposed", finish: transposed },
    { cause: "transposed", finish: reordered },
  ],
  db: [
    { cause: "notSummed", set: { sum: "none" } },
    { cause: "summedOverColumns", set: { sum: "columns" } },
    { cause: "summedOverAll", set: { sum: "all" } },
    { cause: "firstExampleOnly", set: { sum: "first" } },
    { cause: "rowKept", set: { sum: "row" } },
    { cause: "biasItself", set: { sum: "bias" } },
  ],
};

const maskSlips: BackwardSlips = [
  { cause: "maskMissing", set: { mask: "none" } },
  { cause: "maskInverted", set: { mask: "inverted" } },
  { cause: "maskInverted", set: { mask: "invertedAtZero" } },
  { cause: "maskOfDout", set: { mask: "dout" } },
  { cause: "maskOfBoth", set: { mask: "both" } },
];

/** @param gradient "dx", "dw" or "db" */
export function slipsOf(gradient: string, withMask: boolean): BackwardSlips {
  const afterAll: BackwardSlips = gradient === "dx" ? [{ cause: "maskAfterAffine", set: { mask: "input" } }] : [];
  // exact zeros are looked at in db
  const atZero: BackwardSlips = gradient === "db" ? [{ cause: "zeroPasses", set: { mask: "zero" } }] : [];
  return [
    ...backwardSlips[gradient]!,
    { cause: "doutIgnored", set: { dout: "ones" } },
    ...anyGradient<LayerCase, BackwardSwitches>(sizeOfBatch),
    ...(withMask ? [...maskSlips, ...afterAll, ...atZero] : []),
  ];
}

/** @param withMask whether the layer has a ReLU */
export function backwardProgram(gradient: string, withMask: boolean): (layer: LayerCase, switches: Partial<BackwardSwitches>) => Value {
  return ({ inputs, dout }, switches) => {
    const { x, w } = inputs as { x: NDArray; w: NDArray };
    const upstream = switches.dout === "ones" ? dout.mul(0).add(1) : dout;
    const d = withMask ? masked(upstream, forwardProgram(inputs, {}), switches.mask) : upstream;
    if (gradient === "dw") return matmul(rowsOf(x, switches.rows).T, d);
    if (gradient === "db") return biasGradient(d, inputs.b!, switches.sum);
    const rows = matmul(d, switches.weights ? w.reshape(w.shape[1]!, w.shape[0]!) : w.T);
    const dx = switches.back ? rows : shapedBack(rows, x, switches.rows);
    return switches.mask === "input" ? masked(dx, switches.back ? rowsOf(x) : x) : dx;
  };
}

function shapedBack(rows: NDArray, x: NDArray, how?: "columns" | "axes"): NDArray {
  const [N, first, second] = x.shape as [number, number, number];
  if (how === "columns") return rows.T.reshape(...x.shape);
  return how === "axes" && x.ndim === 3 ? rows.reshape(N, second, first).transpose(0, 2, 1) : rows.reshape(...x.shape);
}

function masked(dout: NDArray, a: NDArray, how?: BackwardSwitches["mask"]): NDArray {
  switch (how) {
    case "none":
    case "input":
      return dout;
    case "inverted":
      return dout.combine(a, (d, value) => (value < 0 ? d : 0));
    case "invertedAtZero":
      return dout.combine(a, (d, value) => (value <= 0 ? d : 0));
    case "dout":
      return dout.maximum(0);
    case "both":
      return dout.combine(a, (d, value) => (value > 0 ? Math.max(0, d) : 0));
    case "zero":
      return dout.combine(a, (d, value) => (value >= 0 ? d : 0));
    default:
      return dout.combine(a, (d, value) => (value > 0 ? d : 0));
  }
}

function biasGradient(d: NDArray, b: NDArray, how?: BackwardSwitches["sum"]): Value {
  switch (how) {
    case "none":
      return d;
    case "columns":
      return d.sum(1);
    case "all":
      return d.sum();
    case "first":
      return d.slice(0, 1).reshape(b.size);
    case "row":
      return d.sum(0).reshape(1, -1);
    case "bias":
      return b;
    default:
      return d.sum(0);
  }
}
