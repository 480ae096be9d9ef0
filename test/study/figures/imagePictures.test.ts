import { describe, expect, it } from "vitest";
import { ImageSet } from "../../../src/index.js";
import { imagePictures } from "../../../src/study/index.js";

describe("imagePictures", () => {
  const pixels = Uint8Array.from({ length: 2 * 3072 }, (_, i) => (i * 7) % 256);
  const images = new ImageSet(pixels, new Float64Array(3072).fill(100));

  it("gives the pixels back, the colours of each side by side", () => {
    const pictures = imagePictures(images, [1, 0]);
    expect(pictures.shape).toEqual([2, 32, 32, 3]);
    const [row, column, colour] = [5, 9, 2];
    expect(pictures.get(0, row, column, colour)).toBe(pixels[3072 + colour * 1024 + row * 32 + column]);
    expect(pictures.get(1, row, column, 0)).toBe(pixels[row * 32 + column]);
  });

  it("refuses images that there are not", () => {
    expect(() => imagePictures(images, [2])).toThrow(new RangeError("takeRows: expected indices from 0 to 1, got 2"));
  });
});
