import { expect, test } from "vitest";
import { readOptions, usage } from "../../../src/cli/release/options.js";

test("writes unless told to compare only", () => {
  expect(readOptions([])).toEqual({ check: false, help: false });
  expect(readOptions(["--check", "-h"])).toEqual({ check: true, help: true });
  expect(usage).toContain("--check");
});

test("anything else is an error", () => {
  expect(() => readOptions(["--lang", "ko"])).toThrow(/^Unknown option '--lang'/);
  expect(() => readOptions(["exercises"])).toThrow(/^Unexpected argument 'exercises'/);
});
