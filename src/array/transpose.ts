/** Elements in another order of axes. */
import { allocate, dtypeOf, type TypedArray } from "./dtype.js";
import { type Shape, sizeOf } from "./shape.js";

/**
 * Copies data in C order of the shape that has the axes in this order.
 *
 * @param shape of data
 * @param order each axis of shape once
 */
export function transposed(data: TypedArray, shape: Shape, order: readonly number[]): TypedArray {
  const sizes = order.map((axis) => shape[axis]!);
  const strides = order.map((axis) => sizeOf(shape.slice(axis + 1)));
  const out = allocate(dtypeOf(data), data.length);
  const index = sizes.map(() => 0);
  for (let i = 0, from = 0; i < out.length; i++) {
    out[i] = data[from]!;
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < sizes[axis]!) break;
      index[axis] = 0;
      from -= strides[axis]! * sizes[axis]!;
    }
  }
  return out;
}
