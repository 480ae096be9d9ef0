import { expect, test } from "vitest";
import { checkObject } from "../../../src/numeric/arguments/check.js";

test("takes an object", () => {
  expect(checkObject("f", "errors", "{ W1: 1e-8 }", {})).toBeUndefined();
});

test.each([
  [undefined, "undefined"],
  [null, "null"],
  ["W1", '"W1"'],
  [[1], "a list of 1"],
])("refuses %j", (value, got) => {
  expect(() => checkObject("f", "errors", "{ W1: 1e-8 }", value)).toThrow(
    new TypeError(`f: expected errors to be an object such as { W1: 1e-8 }, got ${got}`),
  );
});
