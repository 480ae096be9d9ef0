import { expect, test } from "vitest";
import { affineBackward, affineForward, affineReluBackward, affineReluForward, reluBackward, reluForward, zeros } from "../../../src/index.js";

const [x, w, b] = [zeros([2, 3]), zeros([3, 4]), zeros(4)];

test.each([
  ["of another layer", () => affineBackward(zeros([2, 4]), reluForward(x)[1] as never), "affineBackward: expected the cache of affineForward, got that of reluForward"],
  ["of a part of the layer", () => affineReluBackward(zeros([2, 4]), affineForward(x, w, b)[1] as never), "affineReluBackward: expected the cache of affineReluForward, got that of affineForward"],
  ["with its output", () => reluBackward(x, reluForward(x) as never), "reluBackward: expected the cache of reluForward, got a list of 2; a forward pass returns [out, cache]: take the second"],
  ["in the place of dout", () => reluBackward(reluForward(x)[1] as never, x as never), "reluBackward: expected the cache of reluForward, got an NDArray"],
  ["that is missing", () => affineBackward(zeros([2, 4]), undefined as never), "affineBackward: expected the cache of affineForward, got undefined"],
])("refuses a cache %s", (_, call, text) => {
  expect(call).toThrow(new TypeError(text));
});

test("takes its own", () => {
  expect(affineReluBackward(zeros([2, 4]), affineReluForward(x, w, b)[1]).dw.shape).toEqual([3, 4]);
});
