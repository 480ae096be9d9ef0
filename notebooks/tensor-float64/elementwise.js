"use strict";

/** Sizes with 1s put in front until there are two. */
const asRows = (shape) => [...Array(2 - shape.length).fill(1), ...shape];

/**
 * Applies an operation to each pair of elements of two tensors of numbers, with broadcasting.
 *
 * @throws {RangeError} if the shapes cannot be broadcast together
 * @throws {TypeError} if one of them holds strings
 */
function elementwise(name, a, b, operation) {
  for (const tensor of [a, b]) {
    if (tensor.dtype === "string") throw new TypeError(`${name}: expected numbers, got strings such as ${JSON.stringify(tensor.values[0])}`);
  }
  const left = asRows(a.shape);
  const right = asRows(b.shape);
  if (left.some((size, axis) => size !== right[axis] && size !== 1 && right[axis] !== 1)) {
    throw new RangeError(`${name}: expected shapes that can be broadcast together, got (${a.shape}) and (${b.shape})`);
  }
  // Not Math.max: an axis of size 0 against one of size 1 is empty.
  const [rows, columns] = left.map((size, axis) => (size === 1 ? right[axis] : size));
  const at = ([height, width], row, column) => (height === 1 ? 0 : row) * width + (width === 1 ? 0 : column);
  const values = new Float64Array(rows * columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      values[i] = operation(a.values[at(left, row, column)], b.values[at(right, row, column)]);
    }
  }
  return { values, shape: [rows, columns].slice(2 - Math.max(a.rank, b.rank)) };
}

module.exports = { elementwise };
