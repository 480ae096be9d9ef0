import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MT19937 } from "../../../src/numeric/random/mt19937.js";

const golden = JSON.parse(readFileSync(new URL("../../fixtures/numpy.json", import.meta.url), "utf8")).rng;

/** The first n of what `draw` gives. */
const take = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);

describe.each(["0", "1", "231"])("seed %s", (seed) => {
  const expected = golden[seed];

  test("fills the key as NumPy does", () => {
    const { key, pos } = new MT19937(Number(seed)).getState();
    expect(key.slice(0, 5)).toEqual(expected.state0_first5);
    expect([key.length, key[623], pos]).toEqual([624, expected.state0_last, expected.pos]);
  });

  test("draws the words of NumPy", () => {
    const generator = new MT19937(Number(seed));
    expect(take(10, () => generator.nextUint32())).toEqual(expected.raw_uint32_first10);
  });

  test("draws the doubles of NumPy", () => {
    const generator = new MT19937(Number(seed));
    expect(take(6, () => generator.nextDouble())).toEqual(expected.random_sample_first6);
  });
});

test("takes the largest seed", () => {
  // np.random.RandomState(2**32 - 1).randint(0, 2**32, 4)
  const generator = new MT19937(2 ** 32 - 1);
  expect(take(4, () => generator.nextUint32())).toEqual([419326371, 479346978, 3918654476, 2416749639]);
});

test("a bounded draw covers the whole of 32 bits, and takes no word for a single value", () => {
  const generator = new MT19937(2 ** 32 - 1);
  expect(generator.nextBelowOrEqual(2 ** 32 - 1)).toBe(419326371);
  expect(generator.nextBelowOrEqual(0)).toBe(0);
  expect(generator.nextUint32()).toBe(479346978);
});

test("a state put back gives the same words, across the making of new ones", () => {
  const generator = new MT19937(1);
  take(620, () => generator.nextUint32());
  const state = generator.getState();
  const words = take(10, () => generator.nextUint32());
  const other = new MT19937(2);
  other.setState(state);
  expect(take(10, () => other.nextUint32())).toEqual(words);
});
