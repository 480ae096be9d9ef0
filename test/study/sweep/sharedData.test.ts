import { describe, expect, it } from "vitest";
import { ImageSet, NDArray, type TrainingData, zeros } from "../../../src/index.js";
import { openData, shareData } from "../../../src/study/sweep/sharedData.js";

const pixels = Uint8Array.from({ length: 2 * 3072 }, (_, i) => i % 251);
const mean = Float64Array.from({ length: 3072 }, (_, i) => i / 7);
const images: TrainingData = {
  XTrain: new ImageSet(pixels, mean),
  yTrain: new NDArray(Int32Array.of(1, 0), [2]),
  XVal: new ImageSet(pixels, mean).slice(1, 2),
  yVal: [1],
};

describe("shareData and openData", () => {
  it("give the same images, as bytes on shared memory", () => {
    const shared = shareData(images, 2);
    expect((shared.XTrain as { pixels: Uint8Array }).pixels).toBeInstanceOf(Uint8Array);
    expect((shared.XTrain as { pixels: Uint8Array }).pixels.buffer).toBeInstanceOf(SharedArrayBuffer);
    const { XTrain, yTrain, XVal, yVal } = openData(shared);
    expect(XTrain.takeRows([1, 0]).data).toEqual(images.XTrain.takeRows([1, 0]).data);
    expect(XVal.takeRows([0]).data).toEqual(images.XVal.takeRows([0]).data);
    expect([yTrain, yVal]).toEqual([Int32Array.of(1, 0), Int32Array.of(1)]);
  });

  it("give the same arrays, in their shape and type", () => {
    const X = new NDArray(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]);
    const { XTrain } = openData(shareData({ XTrain: X, yTrain: [0, 0, 0], XVal: X, yVal: [0, 0, 0] }, 1));
    expect(XTrain.shape).toEqual([3, 2]);
    expect((XTrain as NDArray).data).toEqual(X.data);
  });

  it("do not copy what is on shared memory already", () => {
    const there = new Uint8Array(new SharedArrayBuffer(3072));
    const shared = shareData({ XTrain: new ImageSet(there, mean), yTrain: [0], XVal: new ImageSet(there, mean), yVal: [0] }, 1);
    expect((shared.XTrain as { pixels: Uint8Array }).pixels).toBe(there);
  });

  it("refuse other examples, and labels that do not fit", () => {
    const other = { ...images, XTrain: { shape: [2, 3072], takeRows: () => zeros([1]), slice: () => other.XTrain, toString: () => "a list" } };
    expect(() => shareData(other, 2)).toThrow(
      new TypeError("sweep: expected XTrain to be an NDArray or an ImageSet, which threads can share, got a list"),
    );
    expect(() => shareData({ ...images, yVal: [2] }, 2)).toThrow(new RangeError("sweep, yVal: expected labels from 0 to 1, got 2 at index 0"));
    expect(() => shareData({ ...images, yTrain: [0] }, 2)).toThrow(new RangeError("sweep, yTrain: expected y to have 2 labels, got 1"));
  });
});
