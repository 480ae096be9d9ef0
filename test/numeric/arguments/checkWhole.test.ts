import { expect, test } from "vitest";
import { checkWhole } from "../../../src/numeric/arguments/check.js";

test("accepts both ends of the range", () => {
  expect(() => checkWhole("f", "n", 1, 1, 3)).not.toThrow();
  expect(() => checkWhole("f", "n", 3, 1, 3)).not.toThrow();
});

test.each([0, 4, 1.5, NaN, Infinity])("refuses %d outside of 1..3", (value) => {
  expect(() => checkWhole("f", "n", value, 1, 3)).toThrow(
    new RangeError(`f: expected n to be a whole number from 1 to 3, got ${value}`),
  );
});

test.each([
  ["2", '"2"'],
  [null, "null"],
  [undefined, "undefined"],
  [[2], "a list of 1"],
])("refuses %j, which is no number", (value, shown) => {
  expect(() => checkWhole("f", "n", value, 1, 3)).toThrow(new TypeError(`f: expected n to be a number, got ${shown}`));
});
