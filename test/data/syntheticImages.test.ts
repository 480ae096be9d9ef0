import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NDArray } from "../../src/array/ndarray.js";
import { ImageSet } from "../../src/data/imageSet.js";
import { meanImage } from "../../src/data/meanImage.js";
import { syntheticImages } from "../../src/data/syntheticImages.js";

describe("syntheticImages", () => {
  const draw = () => syntheticImages(1000, 3);

  it("are the same for the same seed, however many", () => {
    const { pixels, labels } = draw();
    const few = syntheticImages(20, 3);
    expect(Buffer.compare(few.pixels, pixels.subarray(0, 20 * 3072))).toBe(0);
    expect(few.labels).toEqual(labels.subarray(0, 20));
    expect(Buffer.compare(syntheticImages(20, 4).pixels, few.pixels)).not.toBe(0);
    expect(Buffer.compare(syntheticImages(5).pixels, syntheticImages(5, 0).pixels)).toBe(0);
  });

  it("are the same on every machine", () => {
    expect(createHash("sha256").update(syntheticImages(100).pixels).digest("hex")).toBe("d4657a12b9a6f8d0a81f60c6246ab8b3354c25e1fc0d751e9cbb5625108007d5");
  });

  it("have ten classes of about the same size", () => {
    const { labels } = draw();
    const counts = new Array<number>(10).fill(0);
    for (const label of labels) counts[label]!++;
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  it("are as bright and as rich in contrast as photographs", () => {
    const { pixels } = draw();
    const mean = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
    const variance = pixels.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / pixels.length;
    expect(mean).toBeGreaterThan(115);
    expect(mean).toBeLessThan(135);
    expect(Math.sqrt(variance)).toBeGreaterThan(50);
    expect(Math.sqrt(variance)).toBeLessThan(70);
    const clipped = pixels.reduce((count, pixel) => count + (pixel === 0 || pixel === 255 ? 1 : 0), 0);
    expect(clipped / pixels.length).toBeLessThan(0.1);
  });

  it("have class means that lie close together, against the spread within a class", () => {
    const { pixels, labels } = draw();
    const overall = meanImage(pixels);
    const X = new ImageSet(pixels, overall);
    const distances = Array.from({ length: 10 }, (_, label) => {
      const members = Array.from(labels.keys()).filter((i) => labels[i] === label);
      const rows = X.takeRows(members).reshape(members.length, 3072);
      const centre = rows.mean(0);
      const within = rows.sub(centre);
      return norm(centre) / Math.sqrt(within.mul(within).sum() / members.length);
    });
    expect(Math.max(...distances)).toBeLessThan(0.35);
  });

  it.each([0, 100_001, 1.5])("refuse a count of %f", (count) => {
    expect(() => syntheticImages(count)).toThrow(
      new RangeError(`syntheticImages: expected count to be a whole number from 1 to 100000, got ${count}`),
    );
  });

  it("refuse a seed that is none", () => {
    expect(() => syntheticImages(1, -1)).toThrow(RangeError);
  });
});

function norm(x: NDArray): number {
  return Math.sqrt(x.mul(x).sum());
}
