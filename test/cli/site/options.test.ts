import { expect, it } from "vitest";
import { readOptions, usage } from "../../../src/cli/site/options.js";

it("takes a folder, and nothing without one", () => {
  expect(readOptions(["--out", "site"])).toEqual({ out: "site", images: null, perBatch: 1000, help: false });
  expect(readOptions(["--help"])).toMatchObject({ help: true });
  expect(() => readOptions([])).toThrow(new TypeError("readOptions: expected --out <folder>, got none"));
  expect(() => readOptions(["--out", "site", "more"])).toThrow(TypeError);
  expect(usage).toContain("npm run site -- --out site");
});

it("takes a folder of images and how many of each batch, a whole number", () => {
  expect(readOptions(["--out", "site", "--images", "cifar"])).toMatchObject({ images: "cifar", perBatch: 1000 });
  expect(readOptions(["--out", "site", "--images", "cifar", "--per-batch", "20"])).toMatchObject({ perBatch: 20 });
  for (const count of ["0", "1.5", "many"]) {
    expect(() => readOptions(["--out", "site", "--images", "cifar", "--per-batch", count])).toThrow(new RangeError(`readOptions: expected --per-batch to be a whole number of 1 or more, got ${count}`));
  }
  expect(() => readOptions(["--out", "site", "--per-batch", "20"])).toThrow(new TypeError("readOptions: expected --images <folder> beside --per-batch, got none"));
});
