import { describe, expect, it } from "vitest";
import { array, zeros } from "../../../src/index.js";
import { apart, commonFactor, errorOf, indexText, limitFor, near, numberText, wasSingle, worstPlace } from "../../../src/study/exercises/value.js";

const single = (values: number[]) => array(values).astype("float32");

describe("near", () => {
  it.each([
    ["numbers that differ in the last digits", 1, 1 + 1e-10, true],
    ["numbers that differ more", 1, 1 + 1e-8, false],
    ["arrays whose small elements differ as far as large ones round", array([1e6, 1e-7]), array([1e6, 2e-7]), true],
    ["arrays whose small elements differ more", array([1, 1e-7]), array([1, 2e-7]), false],
    ["NaN and infinities at the same places", array([NaN, Infinity, -Infinity, 1]), array([NaN, Infinity, -Infinity, 1]), true],
    ["NaN at another place", array([NaN, 1]), array([1, NaN]), false],
    ["infinities of the other sign", Infinity, -Infinity, false],
    ["a number and an infinity", 1, Infinity, false],
    ["float32 to its digits", single([1]), array([1.00001]), true],
    ["float32 beyond them", single([1]), array([1.001]), false],
    ["a number and an array", 1, array([1]), false],
    ["an array and a number", array([1]), 1, false],
    ["arrays of other shapes", zeros([2, 3]), zeros([3, 2]), false],
  ])("of %s", (_, got, predicted, isNear) => {
    expect(near(got, predicted)).toBe(isNear);
  });
});

it("takes a mistake for float32's only where all numbers have been through it, and are near", () => {
  const third = Math.fround(1 / 3);
  expect(wasSingle(array([third, 0.5]), array([1 / 3, 0.5]))).toBe(true);
  expect(wasSingle(array([third, 0.1]), array([1 / 3, 0.1]))).toBe(false);
  expect(wasSingle(array([0.5]), array([0.6]))).toBe(false);
  expect(wasSingle(array([0.5, 0.5]), array([0.5]))).toBe(false);
  expect(wasSingle(third, 1 / 3)).toBe(true);
});

it("asks float32 for less", () => {
  expect([limitFor(single([1]), 1e-9), limitFor(single([1]), 0.1), limitFor(array([1]), 1e-9), limitFor(1, 1e-9)]).toEqual([1e-4, 0.1, 1e-9, 1e-9]);
  expect(errorOf(single([1, 2]), array([1, 2]))).toBe(0);
  expect(errorOf(1, 3)).toBe(0.5);
});

it.each([
  ["the largest relative difference", array([1, 2, 3]), array([1, 2.2, 3.1]), 1],
  ["the first of equal ones", array([1, 1]), array([2, 2]), 0],
  ["NaN before all", array([9, NaN, 9]), array([1, 1, 1]), 1],
  ["no NaN that should be one", array([NaN, 1]), array([NaN, 2]), 1],
  ["a sign of 0, where nothing else differs", array([5, 0, 3]), array([5, -0, 3]), 1],
  ["what differs little near 0 for little", array([1e-12, 1]), array([2e-12, 1.1]), 1],
  ["a number", 3, 4, 0],
])("the worst place is that of %s", (_, got, right, place) => {
  expect(worstPlace(got, right)).toBe(place);
});

it("names a place by its index", () => {
  expect([indexText([2, 3], 5), indexText([2, 3, 4], 23), indexText([2, 3, 4], 12), indexText([5], 4), indexText([], 0)]).toEqual(["[1, 2]", "[1, 2, 3]", "[1, 0, 0]", "[4]", ""]);
});

it("finds the one factor between two, of two numbers or more", () => {
  const x = array([1, -2, 0]);
  expect(commonFactor(x.mul(3), x)).toBeCloseTo(3, 12);
  expect(commonFactor(single([2, -4, 0]), x)).toBeCloseTo(2, 6);
  expect(commonFactor(array([6, 15]), array([2, 5]))).toBeCloseTo(3, 12);
  for (const [got, right] of [[array([3, -6, 1]), x], [x.mul(0), x], [array([6]), array([2])], [6, 2], [array([6]), 2], [6, array([2])], [array([1, 2]), x], [array([1, 1]), array([0, 0])]] as const) expect(commonFactor(got, right)).toBeNull();
});

it.each([
  [1 / 3, "0.333333"], [-1234567, "-1234570"], [1e-9, "1e-9"], [2, "2"], [NaN, "nan"], [Infinity, "inf"], [-Infinity, "-inf"],
])("prints %s in six digits", (value, text) => {
  expect(numberText(value)).toBe(text);
});

it("prints two numbers with as many digits as tell them apart", () => {
  expect(apart(1, 2)).toEqual(["1", "2"]);
  expect(apart(1.0000001, 1)).toEqual(["1.0000001", "1"]);
  expect(apart(0.1 + 0.2, 0.3)).toEqual(["0.30000000000000004", "0.3"]);
  expect(apart(1, 1)).toEqual(["1", "1"]);
});
