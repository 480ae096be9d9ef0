import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as cifar10Dir from "../../src/data/cifar10Dir.js";
import { loadImages, type LoadOptions } from "../../src/data/loadImages.js";
import { syntheticImages } from "../../src/data/syntheticImages.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { tinyCifar10 } from "./tinyCifar10.js";

vi.mock("../../src/data/cifar10Dir.js", { spy: true });

/** Stands in for the project's cache folder, which may or may not hold data. */
function cacheIs(folder: string): void {
  vi.mocked(cifar10Dir.cifar10Dir).mockImplementation((dir) => cifar10Dir.namedCifar10Dir(dir) ?? folder);
}

beforeEach(() => void vi.stubEnv("CIFAR10_DIR", ""));
afterEach(() => vi.unstubAllEnvs());

describe("loadImages", () => {
  it("gives the images of the folder asked for", () => {
    const { synthetic, notice, source } = loadImages({ dir: tinyCifar10(), numValidation: 1, numTest: 1 });
    expect({ synthetic, notice, source }).toEqual({ synthetic: false, notice: "", source: "CIFAR-10, 10 + 2 images" });
    vi.stubEnv("CIFAR10_DIR", tinyCifar10([1, 1, 1, 1, 1, 1]));
    expect(loadImages({ numValidation: 1, numTest: 1 }).source).toBe("CIFAR-10, 5 + 1 images");
  });

  it("takes the first 1000 records of each batch where CIFAR10_SMALL says so", () => {
    const dir = tinyCifar10([1001, 1, 1, 1, 1, 1]);
    const training = (options: LoadOptions = {}) =>
      loadImages({ dir, numValidation: 1, numTest: 1, ...options }).XTrain.shape[0];
    expect(training()).toBe(1004);
    vi.stubEnv("CIFAR10_SMALL", "1");
    expect([training(), training({ small: false })]).toEqual([1003, 1004]);
  });

  it("makes nothing up for a folder that was asked for and is missing", () => {
    const missing = join(temporaryFolder(), "missing");
    expect(() => loadImages({ dir: missing })).toThrow(`expected CIFAR-10's batches in ${missing}, got no such folder`);
    vi.stubEnv("CIFAR10_DIR", missing);
    expect(() => loadImages()).toThrow(`expected CIFAR-10's batches in ${missing}, got no such folder`);
  });

  it("gives the images of the cache, and hides nothing that is wrong with them", () => {
    cacheIs(tinyCifar10([1, 1, 2, 1, 1, 1]));
    expect(loadImages({ numValidation: 1, numTest: 1 }).source).toBe("CIFAR-10, 6 + 1 images");
    const empty = join(temporaryFolder(), "empty");
    mkdirSync(empty);
    cacheIs(empty);
    expect(() => loadImages()).toThrow(`expected CIFAR-10's batches in ${empty}, got an empty folder`);
  });
});

describe("loadImages, without CIFAR-10", () => {
  beforeEach(() => cacheIs(join(temporaryFolder(), "missing")));

  it("gives synthetic images, loudly", () => {
    const { XTrain, yTrain, XVal, yVal, XTest, yTest, ...rest } = loadImages({ numTraining: 12, numValidation: 5, numTest: 3, subtractMean: false, seed: 9 });
    const { pixels, labels } = syntheticImages(20, 9);
    expect([XTrain.shape, XVal.shape, XTest.shape].map(([count]) => count)).toEqual([12, 5, 3]);
    expect([...yTrain.data, ...yVal.data, ...yTest.data]).toEqual([...labels]);
    expect(Buffer.compare(XVal.pixels, pixels.subarray(12 * 3072, 17 * 3072))).toBe(0);
    expect(Buffer.compare(XTest.pixels, pixels.subarray(17 * 3072))).toBe(0);
    expect(rest).toEqual({
      classNames: ["pattern 0", "pattern 1", "pattern 2", "pattern 3", "pattern 4", "pattern 5", "pattern 6", "pattern 7", "pattern 8", "pattern 9"],
      source: "SYNTHETIC images, not CIFAR-10 (seed 9)",
      synthetic: true,
      notice: expect.stringMatching(/^\*{70}\n  SYNTHETIC IMAGES, NOT CIFAR-10: (.+\n)+\*{70}$/),
    });
  });

  it("takes parts of none", () => {
    const none = loadImages({ numTraining: 2, numValidation: 0, numTest: 0 });
    expect([none.XTrain.shape[0], none.XVal.shape[0], none.XTest.shape[0]]).toEqual([2, 0, 0]);
  });

  it("knows no other options", () => {
    expect(() => loadImages({ seeds: 1 } as object)).toThrow(new TypeError(
      'loadImages: unknown option "seeds"; did you mean "seed"? Valid: "numTraining", "numValidation", "numTest", "subtractMean", "dir", "small", "seed"',
    ));
  });

  it.each([
    [{ numTraining: 0 }, "numTraining to be a whole number from 1 to 50000, got 0"],
    [{ numTraining: 1.5 }, "numTraining to be a whole number from 1 to 50000, got 1.5"],
    [{ numTraining: 49_001 }, "numTraining + numValidation to be at most 50000, the images there are, got 49001 + 1000"],
    [{ numValidation: -1 }, "numValidation to be a whole number from 0 to 49999, got -1"],
    [{ numTest: -1 }, "numTest to be a whole number from 0 to 10000, got -1"],
    [{ numTest: 10_001 }, "numTest to be a whole number from 0 to 10000, got 10001"],
  ])("refuses %o", (options, wanted) => {
    expect(() => loadImages(options)).toThrow(new RangeError(`loadImages: expected ${wanted}`));
  });
});
