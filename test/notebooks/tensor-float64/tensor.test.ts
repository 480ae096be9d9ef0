/** What danfojs-node's own results do not show: errors, shapes and missing values. */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const { scalar, tensor1d, tensor2d, moments, data } = createRequire(import.meta.url)("@tensorflow/tfjs-node");

describe("creation", () => {
  it("takes rows, or values and a shape", () => {
    expect(tensor2d([[1, 2, 3], [4, 5, 6]]).shape).toEqual([2, 3]);
    expect(tensor2d([1, 2, 3, 4, 5, 6], [3, 2]).arraySync()).toEqual([[1, 2], [3, 4], [5, 6]]);
    expect(scalar(2.5).arraySync()).toBe(2.5);
    expect(tensor1d([]).shape).toEqual([0]);
  });

  it("reads a missing value as NaN", () => {
    expect(tensor1d([1, null, undefined]).arraySync()).toEqual([1, NaN, NaN]);
  });

  it("refuses text among numbers, and shapes that do not fit", () => {
    expect(() => tensor2d([["1", 2]])).toThrow(new TypeError('tensor2d: expected numbers, got string "1"'));
    expect(() => tensor1d([1, "a"])).toThrow(new TypeError('tensor1d: expected numbers, got string "a"'));
    expect(() => tensor1d([[1], [2]])).toThrow(new TypeError("tensor1d: expected numbers, got object [1]"));
    expect(() => tensor2d([1, 2, 3], [2, 2])).toThrow(new RangeError("tensor2d: expected 4 values for shape (2,2), got 3"));
    expect(() => tensor2d([[1, 2], [3]])).toThrow(new RangeError("tensor2d: expected rows of 2 values, got rows of 2,1"));
    expect(() => tensor2d([1, 2])).toThrow(new RangeError("tensor2d: expected a shape for values that are not in rows, got 2 values"));
  });
});

describe("operations", () => {
  const table = tensor2d([[1, 5, 3], [4, 2, 6]]);

  it("transposes", () => {
    expect(table.transpose().arraySync()).toEqual([[1, 4], [5, 2], [3, 6]]);
    expect(tensor1d([1, 2]).transpose().arraySync()).toEqual([1, 2]);
  });

  it("clones without sharing", () => {
    const copy = table.clone();
    copy.values[0] = 99;
    expect(table.arraySync()[0][0]).toBe(1);
  });

  it("reduces along either axis and over everything", () => {
    expect(table.max(0).arraySync()).toEqual([4, 5, 6]);
    expect(table.min(1).arraySync()).toEqual([1, 2]);
    expect(table.mean(0).arraySync()).toEqual([2.5, 3.5, 4.5]);
    expect(table.mean().arraySync()).toBe(3.5);
    expect(table.argMax(1).arraySync()).toEqual([1, 2]);
    expect(tensor1d([1, NaN]).max().arraySync()).toBeNaN();
    expect(tensor1d([NaN, NaN]).argMax().arraySync()).toBe(0);
  });

  it("gives mean and population variance", () => {
    const { mean, variance } = moments(table, 0);
    expect(mean.arraySync()).toEqual([2.5, 3.5, 4.5]);
    expect(variance.arraySync()).toEqual([2.25, 2.25, 2.25]);
    expect(moments(tensor1d([1, 3])).variance.arraySync()).toBe(1);
  });

  it("broadcasts sizes 1 and missing axes", () => {
    expect(tensor1d([10, 20]).add(tensor2d([[1], [2]])).arraySync()).toEqual([[11, 21], [12, 22]]);
    expect(scalar(1).sub(tensor1d([1, 2])).arraySync()).toEqual([0, -1]);
  });

  it("refuses strings, missing axes and empty tensors", () => {
    expect(() => tensor1d(["a"]).add(scalar(1))).toThrow(new TypeError('add: expected numbers, got strings such as "a"'));
    expect(() => tensor1d(["a"]).argMax()).toThrow(new TypeError('reduce: expected numbers, got strings such as "a"'));
    expect(() => table.max(2)).toThrow(new RangeError("reduce: expected an axis from 0 to 1, got 2"));
    expect(() => tensor1d([]).max()).toThrow(new RangeError("reduce: expected at least one element, got shape (0)"));
    expect(() => moments(table, 1)).toThrow(new RangeError("moments: expected axis 0 or none, got 1"));
  });
});

describe("data", () => {
  it("shuffles within a window that keeps each item once", async () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = await data.array(items).shuffle(50, "7").toArray();
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
    expect(await data.array(items).shuffle(1, "7").take(3).toArray()).toEqual([0, 1, 2]);
  });
});
