import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { syntheticImages } from "../../src/data/syntheticImages.js";
import { RandomState } from "../../src/numeric/random/randomState.js";

describe("syntheticImages", () => {
  it("are the same for the same seed, however many", () => {
    const { pixels, labels } = syntheticImages(30, 3);
    const few = syntheticImages(20, 3);
    expect(Buffer.compare(few.pixels, pixels.subarray(0, 20 * 3072))).toBe(0);
    expect(few.labels).toEqual(labels.subarray(0, 20));
    expect(Buffer.compare(syntheticImages(20, 4).pixels, few.pixels)).not.toBe(0);
    expect(Buffer.compare(syntheticImages(5).pixels, syntheticImages(5, 0).pixels)).toBe(0);
  });

  it("are the same on every machine", () => {
    expect(createHash("sha256").update(syntheticImages(100).pixels).digest("hex")).toBe("d4657a12b9a6f8d0a81f60c6246ab8b3354c25e1fc0d751e9cbb5625108007d5");
  });

  it("take their draws from the stream in the order documented, and noise up to its last value", () => {
    const random = new RandomState(1295);
    random.randn(10 * 4 * 16 + 8 * 4 * 36 + 65_536);
    const content = Array.from({ length: 33 }, () => {
      const label = random.randint(10);
      random.randint(2);
      random.uniform(0.2, 1);
      random.randint(10);
      random.randint(2);
      random.uniform(0, 1.1);
      random.randn(8);
      return { label, start: random.randint(65_536 - 3072 + 1) };
    });
    expect(Math.max(...content.map(({ start }) => start))).toBe(65_536 - 3072);
    expect([...syntheticImages(33, 1295).labels]).toEqual(content.map(({ label }) => label));
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
