import { expect, test } from "vitest";
import { readOptions, usage } from "../../../src/cli/submit/options.js";

const defaults = {
  name: null,
  out: null,
  run: true,
  strict: false,
  modelAnswers: false,
  pdf: true,
  sandbox: true,
  lang: "en",
  help: false,
};

test("everything has a default", () => {
  expect(readOptions([])).toEqual(defaults);
});

test("reads every option", () => {
  const args = "--name Ada --out o --no-run --strict --model-answers --no-pdf --no-sandbox --lang ko --help".split(" ");
  expect(readOptions(args)).toEqual({
    name: "Ada",
    out: "o",
    run: false,
    strict: true,
    modelAnswers: true,
    pdf: false,
    sandbox: false,
    lang: "ko",
    help: true,
  });
  expect(readOptions(["--name", "  "]).name).toBe(null);
  expect(readOptions(["--name", " Ada "]).name).toBe("Ada");
  expect(readOptions(["-h"])).toEqual({ ...defaults, help: true });
});

test("unknown options and stray words are errors", () => {
  expect(() => readOptions(["--fast"])).toThrow(TypeError);
  expect(() => readOptions(["two_layer_net"])).toThrow(/^Unexpected argument 'two_layer_net'/);
});

test("the usage names every option", () => {
  for (const option of ["--name", "--out", "--no-run", "--strict", "--model-answers", "--no-pdf", "--no-sandbox", "--lang", "--help"]) {
    expect(usage).toContain(`\n  ${option} `);
  }
});
