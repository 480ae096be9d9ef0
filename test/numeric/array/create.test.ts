import { describe, expect, it } from "vitest";
import { arange, array, full, linspace, type Nested, ones, zeros } from "../../../src/index.js";
import { expectIdentical, golden } from "../../fixtures/golden.js";

describe("array", () => {
  it("takes its shape from the nesting", () => {
    const x = array([[[1], [2]], [[3], [4]], [[5], [6]]]);
    expect([x.shape, x.dtype, [...x.data]]).toEqual([[3, 2, 1], "float64", [1, 2, 3, 4, 5, 6]]);
    expect([array(5).shape, array([]).shape, array([[], []]).shape]).toEqual([[], [0], [2, 0]]);
    expect(array([1, 2], "int32").dtype).toBe("int32");
  });

  it("refuses ragged lists and what is no number", () => {
    expect(() => array([[1, 2], [3]])).toThrow(
      new RangeError("array: expected every list at depth 2 to have length 2, got one of length 1"),
    );
    expect(() => array([[1, 2], 3])).toThrow(
      new RangeError("array: expected every list at depth 2 to have length 2, got a number"),
    );
    expect(() => array([1, [2]])).toThrow(new RangeError("array: expected numbers at depth 1, got a list"));
    expect(() => array(["1"] as unknown as Nested)).toThrow(new TypeError('array: expected numbers, got "1"'));
    expect(() => array([null] as unknown as Nested)).toThrow(new TypeError("array: expected numbers, got null"));
  });
});

describe("zeros, ones, full", () => {
  it("fill a shape or a length", () => {
    expect(zeros([2, 2]).toList()).toEqual([[0, 0], [0, 0]]);
    expect(ones(3, "float32").dtype).toBe("float32");
    expect(full([1, 2], -1).toList()).toEqual([[-1, -1]]);
    expect(full(1, -0).toList()).toEqual([-0]);
    expect(() => zeros([2, -1])).toThrow(
      new RangeError("zeros: expected sizes that are whole numbers of 0 or more, got (2, -1)"),
    );
  });
});

describe("arange", () => {
  it("counts as NumPy does", () => {
    expect(arange(4).toList()).toEqual([0, 1, 2, 3]);
    expect(arange(5, 1, -2).toList()).toEqual([5, 3]);
    expect(arange(0, 1, 0.25).toList()).toEqual([0, 0.25, 0.5, 0.75]);
    expect(arange(3, 1).size).toBe(0);
    expect([arange(3).dtype, arange(0, 1, 0.5).dtype]).toEqual(["int32", "float64"]);
    expect(() => arange(0, 3, 0)).toThrow(
      new RangeError("arange: expected finite limits and a step other than 0, got (0, 3, 0)"),
    );
  });
});

describe("linspace", () => {
  it.each(Object.keys(golden.linspace))("%s has NumPy's bits", (key) => {
    const [start, stop, num] = key.slice(1, -1).split(", ").map(Number) as [number, number, number];
    expectIdentical(linspace(start, stop, num), golden.linspace[key]);
  });

  it("has its ends at small sizes", () => {
    expect([linspace(1, 2, 0).toList(), linspace(1, 2, 1).toList(), linspace(1, 2, 2).toList()]).toEqual([[], [1], [1, 2]]);
    expect(() => linspace(0, 1, 2.5)).toThrow(
      new RangeError("linspace: expected num to be a whole number of 0 or more, got 2.5"),
    );
  });
});
