import { expect, test } from "vitest";
import { checkFunction } from "../../../src/numeric/arguments/check.js";

test("takes a function, and nothing else", () => {
  expect(checkFunction("f", "log", () => {})).toBeUndefined();
  expect(() => checkFunction("f", "log", "console.log")).toThrow(new TypeError('f: expected log to be a function, got "console.log"'));
});
