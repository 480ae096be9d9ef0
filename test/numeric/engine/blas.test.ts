import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { createBlasEngine } from "../../../src/numeric/engine/blas.js";
import { plain } from "../../../src/numeric/engine/plain.js";

const koffi = ((): boolean => {
  try {
    createRequire(import.meta.url)("koffi");
    return true;
  } catch {
    return false;
  }
})();

it.skipIf(koffi)("says how to install koffi where it is missing", () => {
  expect(() => createBlasEngine({ base: plain })).toThrow(
    new Error('backend "blas": expected the package koffi, found none; install it: npm install koffi'),
  );
});

describe.skipIf(!koffi)("with koffi", () => {
  it.runIf(process.platform === "linux")("says how to get a library where there is none", () => {
    expect(() => createBlasEngine({ base: plain, library: "/nowhere/libblas.so" })).toThrow(
      new Error(
        'backend "blas": expected one of the libraries /nowhere/libblas.so, found none; ' +
        "install one (sudo apt-get install libopenblas0-pthread) or set TWO_LAYER_NET_BLAS to its file",
      ),
    );
  });

  it.runIf(process.platform === "linux")("refuses a library that is no BLAS", () => {
    expect(() => createBlasEngine({ base: plain, library: "libm.so.6" })).toThrow(Error);
  });
});
