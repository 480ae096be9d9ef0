import { describe, expect, it } from "vitest";
import { meanImage } from "../../src/data/meanImage.js";

describe("meanImage", () => {
  it.each([1, 3, 4, 7, 8])("of %i images is the exact sum divided once", (count) => {
    const pixels = Uint8Array.from({ length: count * 3072 }, (_, i) => (i * i + 31 * Math.floor(i / 3072)) % 253);
    const mean = meanImage(pixels);
    expect(mean.length).toBe(3072);
    for (const j of [0, 1, 1024, 3071]) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += pixels[i * 3072 + j];
      expect(mean[j]).toBe(sum / count);
    }
  });

  it("of white images is white", () => {
    expect(new Set(meanImage(new Uint8Array(9 * 3072).fill(255)))).toEqual(new Set([255]));
  });

  it("takes as many as keep a sum in 32 bits", () => {
    // more than there is memory for, so they are never read
    const pixelsOf = (count: number): Uint8Array =>
      new Proxy(new Uint8Array(0), {
        get(_, key) {
          if (key === "length") return count * 3072;
          throw new Error("read");
        },
      });
    expect(() => meanImage(pixelsOf(16_843_009))).toThrow(new Error("read"));
    expect(() => meanImage(pixelsOf(16_843_010))).toThrow(new RangeError("meanImage: expected from 1 to 16843009 whole images, got 16843010"));
  });

  it.each([[0, "0"], [3071, String(3071 / 3072)]])("refuses %i bytes", (bytes, got) => {
    expect(() => meanImage(new Uint8Array(bytes))).toThrow(
      new RangeError(`meanImage: expected from 1 to 16843009 whole images, got ${got}`),
    );
  });
});
