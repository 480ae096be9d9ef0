import { inspect } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import type { Examples } from "../../src/numeric/array/examples.js";
import { zeros } from "../../src/numeric/array/create.js";
import { ImageSet } from "../../src/data/imageSet.js";

const LENGTH = 3072;
const pixels = Uint8Array.from({ length: 5 * LENGTH }, (_, i) => (i * 13) % 256);
const mean = Float64Array.from({ length: LENGTH }, (_, j) => j / 24);

describe("ImageSet", () => {
  let images: ImageSet;
  beforeEach(() => {
    images = new ImageSet(pixels, mean);
  });

  it("has the shape of its floats", () => {
    const examples: Examples = images;
    expect(examples.shape).toEqual([5, 3, 32, 32]);
    expect(() => ((images.shape as number[])[0] = 6)).toThrow(TypeError);
  });

  it("gives rows of pixel - mean, in the order asked for", () => {
    const rows = images.takeRows([4, 0, 4]);
    expect([rows.shape, rows.dtype]).toEqual([[3, 3, 32, 32], "float64"]);
    for (const [row, image] of [4, 0, 4].entries()) {
      for (const [channel, y, x] of [[0, 0, 0], [1, 2, 3], [2, 31, 31]] as const) {
        const j = (channel * 32 + y) * 32 + x;
        expect(rows.get(row, channel, y, x)).toBe(pixels[image * LENGTH + j] - mean[j]);
      }
    }
  });

  it("puts rows where it is told, as float64 or float32", () => {
    const expected = images.takeRows([2, 1]);
    for (const dtype of ["float64", "float32"] as const) {
      const out = zeros([2, 3, 32, 32], dtype);
      expect(images.takeRows([2, 1], out)).toBe(out);
      expect(out.sub(expected).abs().max()).toBeLessThanOrEqual(dtype === "float64" ? 0 : 2e-5);
    }
    expect(() => images.takeRows([2, 1], zeros([2, 3072]))).toThrow(
      new RangeError("takeRows: expected out to have shape (2, 3, 32, 32), got (2, 3072)"),
    );
  });

  it("gives no rows", () => {
    expect(images.takeRows([]).shape).toEqual([0, 3, 32, 32]);
  });

  it.each([[[0, 5], 5], [[-1], -1], [[1.5], 1.5], [[NaN], NaN]])("refuses indices %o", (indices, got) => {
    expect(() => images.takeRows(indices)).toThrow(new RangeError(`takeRows: expected indices from 0 to 4, got ${got}`));
  });

  it("shares memory and mean with its slices", () => {
    const middle = images.slice(1, 3);
    expect(middle.shape).toEqual([2, 3, 32, 32]);
    expect(middle.pixels.buffer).toBe(pixels.buffer);
    expect(middle.takeRows([0, 1]).toList()).toEqual(images.takeRows([1, 2]).toList());
    expect(() => middle.takeRows([2])).toThrow(RangeError);
    expect(middle.slice(1).takeRows([0]).toList()).toEqual(images.takeRows([2]).toList());
    expect(images.slice(5, 5).shape).toEqual([0, 3, 32, 32]);
  });

  it.each([[-1, 2], [3, 2], [0, 6], [0.5, 2], [0, NaN]])("refuses the slice %f..%f", (start, stop) => {
    expect(() => images.slice(start, stop)).toThrow(
      new RangeError(`slice: expected 0 <= start <= stop <= 5, got start ${start} and stop ${stop}`),
    );
  });

  it("becomes an array of floats", () => {
    expect(images.toArray().toList()).toEqual(images.takeRows([0, 1, 2, 3, 4]).toList());
  });

  it("shows as one line", () => {
    expect(inspect(images)).toBe("ImageSet(5, 3, 32, 32) uint8, mean subtracted");
    expect(`${new ImageSet(pixels)}`).toBe("ImageSet(5, 3, 32, 32) uint8");
  });

  it("gives the pixels themselves without a mean", () => {
    expect([...new ImageSet(pixels).takeRows([3]).data]).toEqual([...pixels.subarray(3 * LENGTH, 4 * LENGTH)]);
  });

  it("refuses what is not images", () => {
    expect(() => new ImageSet(new Uint8Array(3073))).toThrow(
      new RangeError("ImageSet: expected pixels of whole images of 3072 bytes, got 3073 bytes"),
    );
    expect(() => new ImageSet(pixels, new Float64Array(3))).toThrow(new RangeError("ImageSet: expected mean to have 3072 values, got 3"));
  });
});
