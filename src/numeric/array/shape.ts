/** Shapes of arrays in C order: their sizes, their text, and the checks made at the public edge. */

import { describeValue } from "../arguments/describeValue.js";

/** Sizes along each axis, the outermost first. */
export type Shape = readonly number[];

/** Sizes that a shape must have; a letter such as "M" stands for any size. */
export type ExpectedShape = readonly (number | string)[];

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** A shape as NumPy prints it: `(2, 3)`, `(3,)`, `()`. */
export function shapeText(shape: ExpectedShape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/**
 * @throws {RangeError} if the shape is not the expected one,
 * e.g. `affineForward: expected w to have shape (6, M), got (5, 7)`
 */
export function checkShape(caller: string, argument: string, shape: Shape, expected: ExpectedShape): void {
  const fits =
    shape.length === expected.length &&
    expected.every((size, axis) => typeof size === "string" || size === shape[axis]);
  if (!fits) {
    throw new RangeError(
      `${caller}: expected ${argument} to have shape ${shapeText(expected)}, got ${shapeText(shape)}`,
    );
  }
}

/**
 * @throws {TypeError} if the shape is not a list
 * @throws {RangeError} if a size is not a whole number of 0 or more
 */
export function checkSizes(caller: string, shape: Shape): void {
  if (!Array.isArray(shape)) throw new TypeError(`${caller}: expected a shape such as [2, 3], got ${describeValue(shape)}`);
  if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new RangeError(`${caller}: expected sizes that are whole numbers of 0 or more, got ${shapeText(shape.map(describeValue))}`);
  }
}

/** Replaces one -1 by the size that makes the whole fit. */
export function resolveReshape(from: Shape, to: Shape): number[] {
  const size = sizeOf(from);
  const known = sizeOf(to.filter((n) => n !== -1));
  const unknowns = to.filter((n) => n === -1).length;
  const resolved = unknowns === 1 && known > 0 ? to.map((n) => (n === -1 ? size / known : n)) : [...to];
  const fits = resolved.every((n) => Number.isInteger(n) && n >= 0) && sizeOf(resolved) === size;
  if (!fits) {
    throw new RangeError(
      `reshape: expected a shape of ${size} elements like ${shapeText(from)}, got ${shapeText(to)}`,
    );
  }
  return resolved;
}

/** Counts an axis from the end if it is negative. */
export function resolveAxis(caller: string, axis: number, ndim: number): number {
  const resolved = axis < 0 ? axis + ndim : axis;
  if (!Number.isInteger(axis) || resolved < 0 || resolved >= ndim) {
    throw new RangeError(`${caller}: expected axis to be from ${-ndim} to ${ndim - 1}, got ${describeValue(axis)}`);
  }
  return resolved;
}

/** The shape of an elementwise result, by NumPy's rule: sizes agree, or one of them is 1. */
export function broadcastShape(caller: string, a: Shape, b: Shape): number[] {
  const ndim = Math.max(a.length, b.length);
  return Array.from({ length: ndim }, (_, axis) => {
    const m = a[axis - ndim + a.length] ?? 1;
    const n = b[axis - ndim + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      throw new RangeError(
        `${caller}: expected shapes that broadcast together, got ${shapeText(a)} and ${shapeText(b)}`,
      );
    }
    return m === 1 ? n : m;
  });
}
