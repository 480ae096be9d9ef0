import { expect, test } from "vitest";
import { RandomState } from "../../../src/numeric/random/randomState.js";
import { checkSnapshot, type RandomStateSnapshot } from "../../../src/numeric/random/snapshot.js";

const good: RandomStateSnapshot = { key: Array.from({ length: 624 }, (_, i) => i % 600), pos: 600, hasGauss: false, cachedGaussian: 0 };
const changed = (fields: object): RandomStateSnapshot => ({ ...good, ...fields });

test("accepts a state from getState", () => {
  expect(() => checkSnapshot(good)).not.toThrow();
  expect(() => checkSnapshot(new RandomState(1).getState())).not.toThrow();
});

const noKey = new TypeError("setState: expected a state from getState, with an array `key`");

test.each([
  ["no object", null as unknown as RandomStateSnapshot, noKey],
  ["nothing", undefined as unknown as RandomStateSnapshot, noKey],
  ["a number", 5 as unknown as RandomStateSnapshot, noKey],
  ["no key", changed({ key: undefined }), noKey],
  ["a short key", changed({ key: [1, 2] }), new RangeError("setState: expected key to hold 624 words, got 2")],
  [
    "a negative word",
    changed({ key: good.key.with(5, -1) }),
    new RangeError("setState: expected key[5] to be a whole number from 0 to 4294967295, got -1"),
  ],
  [
    "a word that is text",
    changed({ key: (good.key as unknown[]).with(7, "7") }),
    new TypeError('setState: expected key[7] to be a number, got "7"'),
  ],
  [
    "a key of zeros after the first word",
    changed({ key: good.key.map((_, i) => (i === 0 ? 2 ** 31 : 0)) }),
    new RangeError("setState: expected a key with words other than 0 after the first"),
  ],
  [
    "a position past the end",
    changed({ pos: 625 }),
    new RangeError("setState: expected pos to be a whole number from 0 to 624, got 625"),
  ],
  ["hasGauss as a number", changed({ hasGauss: 1 }), new TypeError("setState: expected hasGauss to be true or false, got 1")],
  ["no cached value", changed({ cachedGaussian: null }), new TypeError("setState: expected cachedGaussian to be a number, got null")],
  ["a cached NaN", changed({ cachedGaussian: NaN }), new RangeError("setState: expected cachedGaussian to be finite, got NaN")],
])("refuses %s", (_, state, error) => {
  expect(() => checkSnapshot(state)).toThrow(error);
});
