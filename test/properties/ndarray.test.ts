/** NDArray against plain nested lists, at random shapes; of whole numbers, so that sums are exact in any order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matmul, NDArray, type Nested } from "../../src/index.js";

const RUNS = { seed: 231, numRuns: 300 };

type At = (...index: number[]) => number;

/** The nested list with f of each index. */
function nested(shape: readonly number[], f: At, index: number[] = []): Nested {
  const [size, ...rest] = shape;
  if (size === undefined) return f(...index);
  return Array.from({ length: size }, (_, i) => nested(rest, f, [...index, i]));
}

/** Reads a nested list; a list of one stands for any length, and axes that it lacks are passed over. */
function reader(list: Nested): At {
  return (...index) => {
    let depth = 0;
    for (let part = list; Array.isArray(part); part = part[0]) depth++;
    return index.slice(index.length - depth).reduce<Nested>((part, i) => {
      const items = part as Nested[];
      return items[items.length === 1 ? 0 : i];
    }, list) as number;
  };
}

const sizes = (least: number, axes: { min: number; max: number }) =>
  fc.array(fc.integer({ min: least, max: 4 }), { minLength: axes.min, maxLength: axes.max });

/** An array of small whole numbers, of either kind, drawn element by element. */
function arrays(shape: readonly number[]): fc.Arbitrary<NDArray> {
  const length = shape.reduce((product, size) => product * size, 1);
  return fc
    .tuple(fc.boolean(), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length }))
    .map(([isFloat, values]) => new NDArray(isFloat ? Float64Array.from(values) : Int32Array.from(values), shape));
}

const anyArray = (least = 0, min = 1) => sizes(least, { min, max: 4 }).chain(arrays);

/** An array and one of its axes. */
const withAxis = anyArray(1).chain((x) => fc.tuple(fc.constant(x), fc.nat(x.ndim - 1)));

/** The elements along an axis, for an index of the others. */
function along(x: NDArray, axis: number, rest: readonly number[]): number[] {
  return Array.from({ length: x.shape[axis] }, (_, i) => x.get(...rest.slice(0, axis), i, ...rest.slice(axis)));
}

function check<T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, predicate), RUNS);
}

describe("NDArray does as nested lists do", () => {
  it("get and toList", () => {
    check(anyArray(0, 0), (x) => {
      expect(x.toList()).toEqual(nested(x.shape, (...index) => x.get(...index)));
    });
  });

  it("reshape", () => {
    const split = anyArray(1).chain((x) => fc.tuple(fc.constant(x), fc.shuffledSubarray([...x.shape], { minLength: x.ndim })));
    check(split, ([x, shape]) => {
      const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
      const expected = nested(shape, (...index) => x.data[index.reduce((sum, i, axis) => sum + i * strides[axis], 0)]);
      expect(x.reshape(...shape).toList()).toEqual(expected);
      expect(x.reshape(-1, ...shape.slice(1)).toList()).toEqual(expected);
    });
  });

  it("transpose", () => {
    const permuted = anyArray().chain((x) => fc.tuple(fc.constant(x), fc.shuffledSubarray([...x.shape.keys()], { minLength: x.ndim })));
    check(permuted, ([x, axes]) => {
      const shape = axes.map((axis) => x.shape[axis]);
      const expected = nested(shape, (...index) => x.get(...axes.map((_, axis) => index[axes.indexOf(axis)])));
      expect([x.transpose(...axes).shape, x.transpose(...axes).toList()]).toEqual([shape, expected]);
    });
  });

  it("arithmetic, broadcast", () => {
    const pair = sizes(1, { min: 1, max: 4 }).chain((shape) => {
      const operand = fc
        .tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }))
        .chain(([cut, ones]) => arrays(shape.map((size, axis) => (ones[axis] ? 1 : size)).slice(cut)));
      return fc.tuple(arrays(shape), operand);
    });
    check(pair, ([a, b]) => {
      const [left, right] = [reader(a.toList()), reader(b.toList())];
      const expected = (f: (x: number, y: number) => number) => nested(a.shape, (...index) => f(left(...index), right(...index)));
      expect(a.add(b).toList()).toEqual(expected((x, y) => x + y));
      expect(b.sub(a).toList()).toEqual(expected((x, y) => y - x));
      expect(a.mul(b).map((x) => x + 0).toList()).toEqual(expected((x, y) => x * y + 0));
      expect(a.maximum(b).toList()).toEqual(expected(Math.max));
    });
  });

  it.each<[string, (values: number[]) => number, (x: NDArray, axis: number) => NDArray, (x: NDArray) => number]>([
    ["sum", sum, (x, axis) => x.sum(axis), (x) => x.sum()],
    ["mean", (values) => sum(values) / values.length, (x, axis) => x.mean(axis), (x) => x.mean()],
    ["max", (values) => Math.max(...values), (x, axis) => x.max(axis), (x) => x.max()],
    ["min", (values) => Math.min(...values), (x, axis) => x.min(axis), (x) => x.min()],
    ["argmax", (values) => values.indexOf(Math.max(...values)), (x, axis) => x.argmax(axis), (x) => x.argmax()],
  ])("%s, of all and along each axis", (_, expected, alongAxis, ofAll) => {
    check(withAxis, ([x, axis]) => {
      const rest = x.shape.filter((_, other) => other !== axis);
      expect(alongAxis(x, axis).toList()).toEqual(nested(rest, (...index) => expected(along(x, axis, index))));
      expect(alongAxis(x, axis - x.ndim).toList()).toEqual(alongAxis(x, axis).toList());
      expect(ofAll(x)).toBe(expected([...x.data]));
    });
  });

  it("matmul, with either side transposed", () => {
    const factors = fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), fc.boolean())
      .chain(([n, k, m, transposeA, transposeB]) => {
        const floats = (shape: number[]) => arrays(shape).map((x) => x.astype("float64"));
        return fc.tuple(floats(transposeA ? [k, n] : [n, k]), floats(transposeB ? [m, k] : [k, m]), fc.constant({ transposeA, transposeB }));
      });
    check(factors, ([a, b, options]) => {
      const left = options.transposeA ? a.T : a;
      const right = options.transposeB ? b.T : b;
      const [n, k, m] = [left.shape[0], left.shape[1], right.shape[1]];
      const product = nested([n, m], (i, j) => sum(Array.from({ length: k }, (_, l) => left.get(i!, l) * right.get(l, j!))) + 0);
      expect(matmul(a, b, options).map((x) => x + 0).toList()).toEqual(product);
    });
  });

  it("takeRows and slice", () => {
    const withRows = anyArray(1).chain((x) => fc.tuple(fc.constant(x), fc.array(fc.nat(x.shape[0] - 1), { maxLength: 6 })));
    check(withRows, ([x, rows]) => {
      const list = x.toList() as Nested[];
      expect(x.takeRows(rows).toList()).toEqual(rows.map((row) => list[row]));
      const start = Math.min(...rows, list.length);
      const stop = Math.max(...rows, start);
      expect(x.slice(start, stop).toList()).toEqual(list.slice(start, stop));
      expect(x.slice(start).shape).toEqual([list.length - start, ...x.shape.slice(1)]);
    });
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
