/**
 * Elementwise arithmetic on typed arrays, with NumPy's broadcasting.
 *
 * The cases that layers are made of (equal shapes, a number, one row added to every row) have
 * loops of their own; any other pair of shapes is walked by strides.
 */
import { allocate, type DType, type TypedArray } from "./dtype.js";
import { sameShape, type Shape, sizeOf } from "./shape.js";

export type Unary = (x: number) => number;
export type Binary = (x: number, y: number) => number;

export interface Operand {
  readonly data: TypedArray;
  readonly shape: Shape;
}

export function mapUnary(x: TypedArray, dtype: DType, f: Unary): TypedArray {
  const out = allocate(dtype, x.length);
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]!);
  return out;
}

/** @param shape the broadcast shape of a and b */
export function mapBinary(a: Operand, b: Operand, shape: Shape, dtype: DType, f: Binary): TypedArray {
  const out = allocate(dtype, sizeOf(shape));
  if (sameShape(a.shape, b.shape)) {
    for (let i = 0; i < out.length; i++) out[i] = f(a.data[i]!, b.data[i]!);
  } else if (a.data.length === out.length && repeatsAsRow(b.shape, shape)) {
    const columns = b.data.length;
    for (let i = 0, j = 0; i < out.length; i++) {
      out[i] = f(a.data[i]!, b.data[j]!);
      if (++j === columns) j = 0;
    }
  } else {
    mapByStrides(a, b, shape, out, f);
  }
  return out;
}

/** Is it the trailing sizes of shape, so that its elements simply repeat? */
function repeatsAsRow(row: Shape, shape: Shape): boolean {
  const sizes = row.slice(row.findIndex((size) => size !== 1));
  return sizeOf(row) === 1 || sameShape(sizes, shape.slice(shape.length - sizes.length));
}

function mapByStrides(a: Operand, b: Operand, shape: Shape, out: TypedArray, f: Binary): void {
  const aStrides = broadcastStrides(a.shape, shape);
  const bStrides = broadcastStrides(b.shape, shape);
  const index = shape.map(() => 0);
  let ai = 0;
  let bi = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = f(a.data[ai]!, b.data[bi]!);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      ai += aStrides[axis]!;
      bi += bStrides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      index[axis] = 0;
      ai -= aStrides[axis]! * shape[axis]!;
      bi -= bStrides[axis]! * shape[axis]!;
    }
  }
}

/** Steps in elements along each axis of the result; 0 where the operand is repeated. */
function broadcastStrides(operand: Shape, shape: Shape): number[] {
  const strides = shape.map(() => 0);
  let step = 1;
  for (let axis = operand.length - 1; axis >= 0; axis--) {
    const size = operand[axis]!;
    if (size !== 1) strides[shape.length - operand.length + axis] = step;
    step *= size;
  }
  return strides;
}
