"use strict";

/**
 * Summarises the elements along one axis, or all of them when axis is undefined.
 *
 * @param {(values: Float64Array) => number} summary of the elements that fall together
 * @returns values and shape, with that axis gone
 * @throws {RangeError} if the tensor does not have that axis, or is empty
 * @throws {TypeError} if it holds strings
 */
function reduce(tensor, axis, summary) {
  if (tensor.dtype === "string") throw new TypeError(`reduce: expected numbers, got strings such as ${JSON.stringify(tensor.values[0])}`);
  if (tensor.size === 0) throw new RangeError(`reduce: expected at least one element, got shape (${tensor.shape})`);
  if (axis === undefined) return { values: Float64Array.of(summary(tensor.values)), shape: [] };
  if (!Number.isInteger(axis) || axis < 0 || axis >= tensor.rank) {
    throw new RangeError(`reduce: expected an axis from 0 to ${tensor.rank - 1}, got ${axis}`);
  }
  const shape = tensor.shape.filter((_, other) => other !== axis);
  const byColumn = axis === 0 && tensor.rank === 2;
  const rows = byColumn ? tensor.transpose().values : tensor.values;
  const length = tensor.shape[axis];
  const values = Float64Array.from({ length: tensor.size / length }, (_, i) => summary(rows.subarray(i * length, (i + 1) * length)));
  return { values, shape };
}

module.exports = { reduce };
