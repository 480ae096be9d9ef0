import { expect, test } from "vitest";
import { NDArray } from "../../../src/numeric/array/ndarray.js";
import { MT19937 } from "../../../src/numeric/random/mt19937.js";
import { type Shufflable, shuffleInPlace } from "../../../src/numeric/random/shuffle.js";

test("shuffles lists, rows and typed arrays as NumPy does, from one stream", () => {
  // r = RandomState(6); r.shuffle(list("abcdef")); r.shuffle(arange(10).reshape(5, 2)); r.shuffle(arange(6.))
  const generator = new MT19937(6);
  const letters = [..."abcdef"];
  const rows = new NDArray(Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), [5, 2]);
  const floats = Float64Array.from([0, 1, 2, 3, 4, 5]);
  shuffleInPlace(letters, generator);
  shuffleInPlace(rows, generator);
  shuffleInPlace(floats, generator);
  expect(letters.join("")).toBe("efadbc");
  expect(rows.toList()).toEqual([[6, 7], [2, 3], [8, 9], [0, 1], [4, 5]]);
  expect([...floats]).toEqual([2, 0, 4, 5, 3, 1]);
});

test("leaves nothing and one item alone, without a draw", () => {
  const generator = new MT19937(6);
  const one = ["a"];
  shuffleInPlace(one, generator);
  shuffleInPlace([], generator);
  shuffleInPlace(new NDArray(new Float64Array(0), [0, 3]), generator);
  expect(one).toEqual(["a"]);
  expect(generator.nextUint32()).toBe(new MT19937(6).nextUint32());
});

test.each([["a number", 5], ["an array without rows", new NDArray(Float64Array.of(1), [])], ["text", "abc"]])(
  "refuses %s",
  (_, items) => {
    expect(() => shuffleInPlace(items as Shufflable, new MT19937(1))).toThrow(
      new TypeError("shuffle: expected a list or an array with rows, got neither"),
    );
  },
);
