"use strict";
const { elementwise } = require("./elementwise.js");
const { reduce } = require("./reduce.js");

/** Floor modulus: the result has the sign of the divisor, as in Python. */
const floorMod = (a, b) => {
  const remainder = a % b;
  if (remainder === 0) return 0;
  return remainder < 0 === b < 0 ? remainder : remainder + b;
};

/** Position of the first value that `better` prefers to all before it; NaN is passed over. */
const argBest = (better) => (values) => {
  let best = -1;
  values.forEach((value, i) => {
    if (!Number.isNaN(value) && (best < 0 || better(value, values[best]))) best = i;
  });
  return Math.max(best, 0);
};

/** A dense array of at most two axes in C order: float64 numbers, or strings that are only kept. */
class Tensor {
  /**
   * @param {Float64Array | string[]} values elements in C order; kept, not copied
   * @param {readonly number[]} shape sizes, () to (rows, columns)
   */
  constructor(values, shape) {
    this.values = values;
    this.shape = [...shape];
    this.rank = shape.length;
    this.size = values.length;
    this.dtype = Array.isArray(values) ? "string" : "float64";
  }

  /** The elements as a value, a list or a list of rows. */
  arraySync() {
    if (this.rank === 0) return this.values[0];
    if (this.rank === 1) return Array.from(this.values);
    const [rows, columns] = this.shape;
    return Array.from({ length: rows }, (_, row) => Array.from(this.values.slice(row * columns, (row + 1) * columns)));
  }

  clone() {
    return new Tensor(this.values.slice(), this.shape);
  }

  transpose() {
    if (this.rank < 2) return this.clone();
    const [rows, columns] = this.shape;
    const turned = this.values.slice();
    for (let i = 0; i < this.size; i++) turned[(i % columns) * rows + Math.floor(i / columns)] = this.values[i];
    return new Tensor(turned, [columns, rows]);
  }

  // Arithmetic, with broadcasting of sizes 1 and missing leading axes.
  add(other) { return this.#with("add", other, (a, b) => a + b); }
  sub(other) { return this.#with("sub", other, (a, b) => a - b); }
  mul(other) { return this.#with("mul", other, (a, b) => a * b); }
  div(other) { return this.#with("div", other, (a, b) => a / b); }
  divNoNan(other) { return this.#with("divNoNan", other, (a, b) => (b === 0 ? 0 : a / b)); }
  pow(other) { return this.#with("pow", other, (a, b) => a ** b); }
  mod(other) { return this.#with("mod", other, floorMod); }
  sqrt() { return new Tensor(this.values.map(Math.sqrt), this.shape); }

  // Comparisons give 1 for true and 0 for false.
  equal(other) { return this.#with("equal", other, (a, b) => Number(a === b)); }
  notEqual(other) { return this.#with("notEqual", other, (a, b) => Number(a !== b)); }
  greater(other) { return this.#with("greater", other, (a, b) => Number(a > b)); }
  greaterEqual(other) { return this.#with("greaterEqual", other, (a, b) => Number(a >= b)); }
  less(other) { return this.#with("less", other, (a, b) => Number(a < b)); }
  lessEqual(other) { return this.#with("lessEqual", other, (a, b) => Number(a <= b)); }

  // Reductions over one axis, or over all elements when none is given.
  mean(axis) { return this.#along(axis, (values) => values.reduce((sum, value) => sum + value, 0) / values.length); }
  min(axis) { return this.#along(axis, (values) => values.reduce((least, value) => Math.min(least, value))); }
  max(axis) { return this.#along(axis, (values) => values.reduce((most, value) => Math.max(most, value))); }
  argMax(axis) { return this.#along(axis, argBest((value, best) => value > best)); }
  argMin(axis) { return this.#along(axis, argBest((value, best) => value < best)); }

  #with(name, other, operation) {
    const { values, shape } = elementwise(name, this, other, operation);
    return new Tensor(values, shape);
  }

  #along(axis, summary) {
    const { values, shape } = reduce(this, axis, summary);
    return new Tensor(values, shape);
  }
}

module.exports = { Tensor };
