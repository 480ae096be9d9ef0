import { type Shape, shapeText } from "./shape.js";

/**
 * Where in C order an element is.
 *
 * @param index one for each axis; negative ones count from the end
 * @throws {RangeError} if there is no such element
 */
export function elementOffset(shape: Shape, index: readonly number[]): number {
  if (index.length !== shape.length) {
    throw new RangeError(`NDArray: expected ${shape.length} indices for shape ${shapeText(shape)}, got ${index.length}`);
  }
  return index.reduce((offset, i, axis) => {
    const size = shape[axis]!;
    const resolved = i < 0 ? i + size : i;
    if (!Number.isInteger(i) || resolved < 0 || resolved >= size) {
      throw new RangeError(`NDArray: expected index ${axis} to be from ${-size} to ${size - 1}, got ${i}`);
    }
    return offset * size + resolved;
  }, 0);
}
