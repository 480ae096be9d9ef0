import { expect, test } from "vitest";
import { readOptions, usage } from "../../../src/cli/freeze/options.js";

test("names of notebooks, and help", () => {
  expect(readOptions([])).toEqual({ names: [], help: false });
  expect(readOptions(["tuning", "exercises", "--help"])).toEqual({ names: ["tuning", "exercises"], help: true });
  expect(usage).toContain("--help");
});

test("an option that does not exist is an error", () => {
  expect(() => readOptions(["--lang", "ko"])).toThrow(/^Unknown option '--lang'/);
});
