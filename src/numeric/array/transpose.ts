/** Elements in another order of axes. */
import { allocate, dtypeOf, type TypedArray } from "./dtype.js";
import { resolveAxis, type Shape, shapeText, sizeOf } from "./shape.js";

/**
 * The axes counted from the start, or all of them reversed where none are named.
 *
 * @throws {RangeError} if the axes are not each one once
 */
export function axisOrder(axes: readonly number[], ndim: number): number[] {
  if (axes.length === 0) return Array.from({ length: ndim }, (_, axis) => ndim - 1 - axis);
  const order = axes.map((axis) => resolveAxis("transpose", axis, ndim));
  if (new Set(order).size !== ndim || order.length !== ndim) {
    throw new RangeError(`transpose: expected each of ${ndim} axes once, got ${shapeText(axes)}`);
  }
  return order;
}

/**
 * Copies data in C order of the shape that has the axes in this order.
 *
 * @param shape of data
 * @param order each axis of shape once
 */
export function transposed(data: TypedArray, shape: Shape, order: readonly number[]): TypedArray {
  const sizes = order.map((axis) => shape[axis]);
  const strides = order.map((axis) => sizeOf(shape.slice(axis + 1)));
  const out = allocate(dtypeOf(data), data.length);
  const index = sizes.map(() => 0);
  const [length, stride] = [sizes.at(-1) ?? 1, strides.at(-1) ?? 0];
  for (let i = 0, from = 0; i < out.length;) {
    for (let k = 0, at = from; k < length; k++, at += stride) out[i++] = data[at];
    for (let axis = sizes.length - 2; axis >= 0; axis--) {
      from += strides[axis];
      if (++index[axis] < sizes[axis]) break;
      index[axis] = 0;
      from -= strides[axis] * sizes[axis];
    }
  }
  return out;
}
