import { describe, expect, it } from "vitest";
import { type LabelledImages, SPLIT_DEFAULTS, splitImages, splitSizes } from "../../src/data/imageSplits.js";

describe("splitSizes", () => {
  const full = { training: 50_000, test: 10_000 };
  const small = { training: 5000, test: 1000 };

  it.each([
    ["the assignment's", {}, full, { numTraining: 49_000, numValidation: 1000, numTest: 1000 }],
    ["no more where there are more images", { numValidation: 10 }, full, { numTraining: 49_000, numValidation: 10, numTest: 1000 }],
    ["those of a smaller set", {}, small, { numTraining: 4000, numValidation: 1000, numTest: 1000 }],
    ["those asked for", { numTraining: 7, numValidation: 0, numTest: 0 }, small, { numTraining: 7, numValidation: 0, numTest: 0 }],
    ["all", { numTraining: 4999, numValidation: 1, numTest: 1000 }, small, { numTraining: 4999, numValidation: 1, numTest: 1000 }],
    ["all but more validation images", { numValidation: 3000 }, small, { numTraining: 2000, numValidation: 3000, numTest: 1000 }],
  ])("are %s", (_, options, available, sizes) => {
    expect(splitSizes("f", { ...SPLIT_DEFAULTS, ...options }, available, 49_000)).toEqual(sizes);
  });

  it.each([
    [{ numTraining: 4001 }, "f: expected numTraining + numValidation to be at most 5000, the images there are, got 4001 + 1000"],
    [{ numTraining: 5001, numValidation: 0 }, "f: expected numTraining to be a whole number from 1 to 5000, got 5001"],
    [{ numTraining: 0 }, "f: expected numTraining to be a whole number from 1 to 5000, got 0"],
    [{ numValidation: 5000 }, "f: expected numValidation to be a whole number from 0 to 4999, got 5000"],
    [{ numValidation: -1 }, "f: expected numValidation to be a whole number from 0 to 4999, got -1"],
    [{ numTest: 1001 }, "f: expected numTest to be a whole number from 0 to 1000, got 1001"],
    [{ numTest: 1.5 }, "f: expected numTest to be a whole number from 0 to 1000, got 1.5"],
  ])("refuse %o", (options, message) => {
    expect(() => splitSizes("f", { ...SPLIT_DEFAULTS, ...options }, small, 49_000)).toThrow(new RangeError(message));
  });

  it("refuse what is no number", () => {
    const options = { numTraining: "5" as unknown as number };
    expect(() => splitSizes("f", { ...SPLIT_DEFAULTS, ...options }, small, 49_000)).toThrow(new TypeError('f: expected numTraining to be a number, got "5"'));
  });
});

describe("splitImages", () => {
  const images = (count: number, first: number): LabelledImages => ({
    pixels: Uint8Array.from({ length: count * 3072 }, (_, i) => first + Math.floor(i / 3072)),
    labels: Int32Array.from({ length: count }, (_, i) => (first + i) % 10),
  });
  const sizes = { numTraining: 3, numValidation: 2, numTest: 1 };

  it("puts training images first, and subtracts their mean from all", () => {
    const { XTrain, yTrain, XVal, yVal, XTest, yTest } = splitImages(images(6, 10), images(2, 90), sizes, true);
    const firstPixels = [XTrain, XVal, XTest].map((X) => X.toArray().toList() as number[][][][]).map((X) => X.map((image) => image[2][31][31]));
    expect(firstPixels).toEqual([[-1, 0, 1], [2, 3], [79]]);
    expect([yTrain, yVal, yTest].map((y) => [y.dtype, y.toList()])).toEqual([
      ["int32", [0, 1, 2]],
      ["int32", [3, 4]],
      ["int32", [0]],
    ]);
  });

  it("leaves the pixels as they are where that is asked for", () => {
    const { XTrain, XTest } = splitImages(images(6, 10), images(2, 90), sizes, false);
    expect([XTrain.takeRows([2]).get(0, 0, 0, 0), XTest.takeRows([0]).get(0, 0, 0, 0)]).toEqual([12, 90]);
    expect(new Set(XTrain.mean)).toEqual(new Set([0]));
  });
});
