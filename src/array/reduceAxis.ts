import { allocate, type DType } from "./dtype.js";
import type { Operand } from "./elementwise.js";
import { type Reduction, sumAlong } from "./reduce.js";
import { resolveAxis, shapeText, sizeOf } from "./shape.js";

/**
 * Reduces an array along one axis, which the result no longer has.
 *
 * @param dtype of the result
 * @throws {RangeError} if there is no such axis, or, but for sums, nothing along it
 */
export function reduceAxis(caller: string, { data, shape }: Operand, axis: number, dtype: DType, reduction: Reduction): Operand {
  const along = resolveAxis(caller, axis, shape.length);
  const length = shape[along]!;
  if (length === 0 && reduction !== sumAlong) {
    throw new RangeError(`${caller}: expected at least one element along axis ${along}, got shape ${shapeText(shape)}`);
  }
  const before = shape.slice(0, along);
  const after = shape.slice(along + 1);
  const out = allocate(dtype, sizeOf(before) * sizeOf(after));
  reduction(data, { outer: sizeOf(before), length, inner: sizeOf(after) }, out);
  return { data: out, shape: [...before, ...after] };
}
