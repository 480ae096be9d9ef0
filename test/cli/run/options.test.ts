import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { readOptions, usage } from "../../../src/cli/run/options.js";

test("without arguments: every notebook, its own kernel, ten minutes a cell", () => {
  expect(readOptions([])).toEqual({ names: [], kernel: null, timeout: 600, jobs: Math.min(2, availableParallelism()), out: null, lang: "en", keepGoing: false, until: null, help: false });
});

test("names and options in any order", () => {
  const options = readOptions(["one", "--kernel", "tslab", "--timeout=0.5", "two", "--out", "x", "--jobs", "3", "--lang", "ko", "--keep-going", "--until", "check-affine", "-h"]);
  expect(options).toEqual({ names: ["one", "two"], kernel: "tslab", timeout: 0.5, jobs: 3, out: "x", lang: "ko", keepGoing: true, until: "check-affine", help: true });
});

test.each(["0", "-1", "x", "Infinity", ""])("a timeout of %j is refused", (text) => {
  expect(() => readOptions([`--timeout=${text}`])).toThrow(
    new RangeError(
      `readOptions: expected --timeout to be a number of seconds above 0 and up to 1000000, got ${JSON.stringify(text)}`,
    ),
  );
});

test("the largest that are taken", () => {
  expect(readOptions(["--timeout", "1000000", "--jobs", "64"])).toMatchObject({ timeout: 1e6, jobs: 64 });
});

test.each(["0", "1.5", "65", "x"])("%j notebooks side by side are refused", (text) => {
  expect(() => readOptions([`--jobs=${text}`])).toThrow(
    new RangeError(`readOptions: expected --jobs to be a whole number from 1 to 64, got "${text}"`),
  );
});

test("an unknown option, or one without its value, is a TypeError that names it", () => {
  expect(() => readOptions(["--kernal", "x"])).toThrow(TypeError);
  expect(() => readOptions(["--kernal", "x"])).toThrow(/'--kernal'/);
  expect(() => readOptions(["--kernel"])).toThrow(TypeError);
});

test("the usage text names every option", () => {
  for (const option of ["--kernel", "--timeout", "--jobs", "--out", "--lang", "--keep-going", "--until", "--help"]) expect(usage).toContain(`  ${option} `);
});
