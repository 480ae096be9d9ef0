import { describe, expect, it } from "vitest";
import { array, ones, zeros } from "../../../src/index.js";
import { imageGrid } from "../../../src/study/index.js";
import { expectGolden, golden } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

describe("imageGrid", () => {
  const images = spaced(-1, 2, 5, 2, 3, 1); // np.linspace(-1, 2, 30).reshape(5, 2, 3, 1)

  it("agrees with NumPy", () => {
    expectGolden(imageGrid(images), golden.vis["visualize_grid(pad1)"], 1e-15);
    expect(imageGrid(images, { padding: 3 }).shape).toEqual(golden.vis["visualize_grid(pad3)_shape"]);
  });

  it("makes 277 x 277 pixels of 50 images of 32 x 32 with 3 between", () => {
    expect(imageGrid(ones([50, 32, 32, 3]), { padding: 3 }).shape).toEqual([277, 277, 3]);
  });

  it("gives 0 for a constant tile, not NaN", () => {
    const grid = imageGrid(array([[[[7], [7]]], [[[1], [3]]]]), { padding: 0, upper: 1 });
    expect(grid.reshape(2, 4).toList()).toEqual([[0, 0, 0, 1], [0, 0, 0, 0]]);
  });

  it("refuses what is no list of images", () => {
    expect(() => imageGrid(zeros([2, 3, 3]))).toThrow(
      new RangeError("imageGrid: expected images to have shape (N, H, W, C), got (2, 3, 3)"),
    );
    expect(() => imageGrid(zeros([0, 3, 3, 1]))).toThrow(
      new RangeError("imageGrid: expected at least one image with pixels, got none"),
    );
    expect(() => imageGrid(images, { padding: -1 })).toThrow(
      new RangeError("imageGrid: expected padding to be a whole number of 0 or more, got -1"),
    );
  });
});
