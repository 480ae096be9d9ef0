import { describe, expect, it } from "vitest";
import { ImageSet, NDArray, zeros } from "../../../src/index.js";
import { onSharedMemory, openExamples, shareExamples } from "../../../src/study/workers/sharedExamples.js";

const pixels = Uint8Array.from({ length: 2 * 3072 }, (_, i) => i % 251);
const mean = Float64Array.from({ length: 3072 }, (_, i) => i / 7);

describe("shareExamples and openExamples", () => {
  it("give the same images, as bytes on shared memory", () => {
    const images = new ImageSet(pixels, mean);
    const shared = shareExamples("test: expected X", images) as { pixels: Uint8Array };
    expect(shared.pixels).toBeInstanceOf(Uint8Array);
    expect(shared.pixels.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(openExamples(shared as never).takeRows([1, 0]).data).toEqual(images.takeRows([1, 0]).data);
  });

  it("give the same array, in its shape and type", () => {
    const X = openExamples(shareExamples("test: expected X", new NDArray(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]))) as NDArray;
    expect(X.shape).toEqual([3, 2]);
    expect(X.data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  it("refuse other examples", () => {
    const other = { shape: [2, 3], takeRows: () => zeros([1]), slice: () => other, toString: () => "a list" };
    expect(() => shareExamples("test: expected X", other)).toThrow(
      new TypeError("test: expected X to be an NDArray or an ImageSet, which threads can share, got a list"),
    );
  });
});

it("onSharedMemory does not copy what is there already", () => {
  const there = new Uint8Array(new SharedArrayBuffer(8));
  expect(onSharedMemory(there)).toBe(there);
  const here = Int32Array.of(3, 4);
  const copy = onSharedMemory(here);
  expect(copy).toEqual(here);
  expect(copy.buffer).toBeInstanceOf(SharedArrayBuffer);
});
