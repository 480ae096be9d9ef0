import { expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { surest } from "../../../src/play/playground/surest.js";

it("surest names the highest score, and is as sure as the softmax", () => {
  const { labels, certainty } = surest(array([[0, Math.log(3)], [1000, -1000], [2, 2], [Number.NaN, 0]]));
  expect(Array.from(labels)).toEqual([1, 0, 0, 0]);
  expect(Array.from(certainty)).toEqual([expect.closeTo(0.5, 12), 1, 0, 0]);
});
