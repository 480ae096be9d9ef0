import { expect, test } from "vitest";
import { readOptions, usage } from "../../../src/cli/release/options.js";

test("writes unless told to compare only", () => {
  const none = { check: false, out: null, due: null, withoutSolutions: false, help: false };
  expect(readOptions([])).toEqual(none);
  expect(readOptions(["--check", "-h"])).toEqual({ ...none, check: true, help: true });
  expect(readOptions(["--out", "course", "--due", "2026-12-05T23:59+09:00", "--without-solutions"])).toEqual({ ...none, out: "course", due: "2026-12-05T23:59+09:00", withoutSolutions: true });
  expect(usage).toContain("--check");
});

test("anything else is an error", () => {
  expect(() => readOptions(["--lang", "ko"])).toThrow(/^Unknown option '--lang'/);
  expect(() => readOptions(["exercises"])).toThrow(/^Unexpected argument 'exercises'/);
});

test("a due time has an offset, and goes with a folder", () => {
  expect(() => readOptions(["--out", "course", "--due", "2026-12-05"])).toThrow("release: expected --due to be a time with its offset, such as 2026-12-05T23:59+09:00, got 2026-12-05");
  expect(() => readOptions(["--without-solutions"])).toThrow("release: expected --out <folder> beside --due and --without-solutions, got none");
  expect(() => readOptions(["--check", "--out", "course"])).toThrow("release: expected either --check or --out, got both");
});
