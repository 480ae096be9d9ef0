"use strict";
const { Tensor } = require("./tensor.js");

/** A number for each value; a missing one is NaN, true and false are 1 and 0. */
function toNumber(name, value) {
  if (value === null || value === undefined) return NaN;
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  throw new TypeError(`${name}: expected numbers, got ${typeof value} ${JSON.stringify(value)}`);
}

const toNumbers = (name, values) => Float64Array.from(values, (value) => toNumber(name, value));

/** A tensor without axes. */
function scalar(value) {
  return new Tensor(toNumbers("scalar", [value]), []);
}

/**
 * A tensor of one axis: of strings where all values are strings, else of numbers.
 *
 * @throws {TypeError} if a value is neither a number nor missing, or only some are strings
 */
function tensor1d(values) {
  const list = Array.from(values);
  if (list.length > 0 && list.every((value) => typeof value === "string")) return new Tensor(list, [list.length]);
  return new Tensor(toNumbers("tensor1d", list), [list.length]);
}

/**
 * A tensor of numbers of two axes.
 *
 * @param values rows of equal length, or all values in C order, for which shape is needed
 * @param {readonly [number, number]} [shape] the sizes; those of the rows when left out
 * @throws {RangeError} if the values do not fill the shape
 * @throws {TypeError} if a value is neither a number nor missing
 */
function tensor2d(values, shape) {
  const nested = values.length > 0 && typeof values[0] !== "string" && values[0]?.length !== undefined;
  if (!nested && !shape) throw new RangeError(`tensor2d: expected a shape for values that are not in rows, got ${values.length} values`);
  const [rows, columns] = shape ?? [values.length, values[0].length];
  if (nested && values.some((row) => row.length !== columns)) {
    throw new RangeError(`tensor2d: expected rows of ${columns} values, got rows of ${values.map((row) => row.length)}`);
  }
  const flat = toNumbers("tensor2d", nested ? values.flatMap((row) => Array.from(row)) : values);
  if (flat.length !== rows * columns) {
    throw new RangeError(`tensor2d: expected ${rows * columns} values for shape (${rows},${columns}), got ${flat.length}`);
  }
  return new Tensor(flat, [rows, columns]);
}

module.exports = { scalar, tensor1d, tensor2d };
