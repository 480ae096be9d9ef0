import { expect, it } from "vitest";
import { smoothPatterns } from "../../src/data/smoothPatterns.js";
import { RandomState } from "../../src/numeric/random/randomState.js";

const draw = () => smoothPatterns(new RandomState(1), 3, 4);

it("have a mean square of 1", () => {
  const patterns = draw();
  expect(patterns.length).toBe(3);
  for (const pattern of patterns) {
    expect(pattern.length).toBe(3072);
    expect(pattern.reduce((sum, value) => sum + value * value, 0) / 3072).toBeCloseTo(1, 12);
  }
});

it("vary slowly, within a channel", () => {
  for (const pattern of draw()) {
    const range = Math.max(...pattern) - Math.min(...pattern);
    const steps = (distance: number, isInside: (i: number) => boolean): number[] =>
      Array.from(pattern.keys()).filter(isInside).map((i) => Math.abs(pattern[i + distance] - pattern[i]) / range);
    expect(Math.max(...steps(1, (i) => i % 32 < 31))).toBeLessThan(0.15);
    expect(Math.max(...steps(32, (i) => i % 1024 < 992))).toBeLessThan(0.15);
  }
});

it("are all different, as are their channels", () => {
  const [first, second] = draw() as [Float64Array, Float64Array, Float64Array];
  expect(first).not.toEqual(second);
  expect(first.subarray(0, 1024)).not.toEqual(first.subarray(1024, 2048));
});

it("take their draws from the stream in the order documented", () => {
  const random = new RandomState(1);
  random.randn(3 * (16 + 3 * 16));
  const after = new RandomState(1);
  smoothPatterns(after, 3, 4);
  expect(after.randn()).toBe(random.randn());
});

it("are the grid's values, interpolated, in each channel", () => {
  const random = new RandomState(5);
  const grey = random.randn(2, 2).data;
  const channels = [0, 1, 2].map(() => Array.from(random.randn(2, 2).data, (colour, i) => 0.8 * grey[i] + 0.6 * colour));
  const between = (from: number, to: number, pixel: number): number => {
    const t = (pixel + 0.5) / 32;
    return from + (to - from) * (3 * t ** 2 - 2 * t ** 3);
  };
  const expected = channels.flatMap(([a, b, c, d]) =>
    Array.from({ length: 1024 }, (_, i) => between(between(a!, b!, i % 32), between(c!, d!, i % 32), Math.floor(i / 32))),
  );
  const scale = Math.sqrt(expected.reduce((sum, value) => sum + value * value, 0) / 3072);
  const [pattern] = smoothPatterns(new RandomState(5), 1, 2) as [Float64Array];
  expect(Math.max(...pattern.map((value, i) => Math.abs(value - expected[i] / scale)))).toBeLessThan(1e-12);
});
