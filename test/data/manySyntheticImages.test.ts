import { describe, expect, it, vi } from "vitest";
import type { NDArray } from "../../src/numeric/array/ndarray.js";
import * as cifar10Dir from "../../src/data/cifar10Dir.js";
import { ImageSet } from "../../src/data/imageSet.js";
import { loadImages } from "../../src/data/loadImages.js";
import { meanImage } from "../../src/data/meanImage.js";
import { syntheticImages } from "../../src/data/syntheticImages.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

vi.mock("../../src/data/cifar10Dir.js", { spy: true });

describe("many synthetic images", () => {
  const { pixels, labels } = syntheticImages(1000, 3);

  it("have ten classes of about the same size", () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of labels) counts[label]++;
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  it("are as bright and as rich in contrast as photographs", () => {
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

  it("are as many as the small set of CIFAR-10 has, unless told", () => {
    vi.mocked(cifar10Dir.namedCifar10Dir).mockReturnValue(undefined);
    vi.mocked(cifar10Dir.cifar10Dir).mockReturnValue(`${temporaryFolder()}/missing`);
    const { XTrain, XVal, XTest, synthetic } = loadImages();
    expect([XTrain.shape, XVal.shape, XTest.shape].map(([count]) => count)).toEqual([4000, 1000, 1000]);
    expect(synthetic).toBe(true);
  });
});

function norm(x: NDArray): number {
  return Math.sqrt(x.mul(x).sum());
}
