import { describe, expect, it } from "vitest";
import { arange, zeros } from "../../../src/index.js";
import { weightImages } from "../../../src/study/index.js";

describe("weightImages", () => {
  it("puts unit, row, column and colour where they belong", () => {
    const H = 4;
    const images = weightImages(arange(3072 * H).reshape(3072, H));
    expect(images.shape).toEqual([4, 32, 32, 3]);
    const [h, row, column, colour] = [3, 5, 7, 2];
    expect(images.get(h, row, column, colour)).toBe((colour * 1024 + row * 32 + column) * H + h);
  });

  it("refuses weights of other images", () => {
    expect(() => weightImages(zeros([784, 10]))).toThrow(
      new RangeError("weightImages: expected W1 to have shape (3072, H), got (784, 10)"),
    );
  });
});
