import { describe, expect, it } from "vitest";
import { checkArray } from "../../../src/numeric/array/checkArray.js";
import { reluForward, zeros } from "../../../src/index.js";

describe("checkArray", () => {
  it("takes an array, of the expected shape if there is one", () => {
    expect(checkArray("f", "x", zeros([2, 3]))).toBeUndefined();
    expect(checkArray("f", "x", zeros([2, 3]), ["N", 3])).toBeUndefined();
    expect(() => checkArray("f", "x", zeros([2, 3]), ["N", 4])).toThrow(new RangeError("f: expected x to have shape (N, 4), got (2, 3)"));
  });

  it.each([
    ["nothing", undefined, "undefined"],
    ["an object that looks like one", { shape: [1], data: [1] }, "an object with shape, data"],
    ["nested lists", [[1, 2]], "a list of 1; array(list) makes one"],
    ["two lists", [[1, 2], [3, 4]], "a list of 2; array(list) makes one"],
    ["a typed array", new Float32Array(2), "a Float32Array; new NDArray(values, shape) makes one"],
    ["a promise", Promise.resolve(zeros(1)), "a Promise; await it"],
    ["a layer's result", reluForward(zeros(1)), "a list of 2; a forward pass returns [out, cache]: take the first"],
  ])("refuses %s", (_, value, got) => {
    expect(() => checkArray("f", "x", value as never)).toThrow(new TypeError(`f: expected x to be an NDArray, got ${got}`));
  });
});
