import { describe, expect, it } from "vitest";
import { array, relError, zeros } from "../../../src/index.js";

describe("relError", () => {
  it("is the largest relative difference", () => {
    expect(relError(array([1, 2]), array([1, 2]))).toBe(0);
    expect(relError(array([1, 3]), array([1, 1]))).toBe(0.5);
    expect(relError(array([1, 1]), array([-1, 1]))).toBe(1);
    expect(relError(2, 2.002)).toBeCloseTo(0.002 / 4.002, 15);
    for (const dtype of ["int32", "uint8"] as const) {
      expect(relError(array([2], dtype), array([1], dtype))).toBeCloseTo(1 / 3, 15);
    }
    // in the arrays' own precision: (lambda x, y: np.abs(x - y) / np.maximum(1e-8, np.abs(x) + np.abs(y)))(np.float32(2), np.float32(1))
    expect(relError(array([2], "float32"), array([1], "float32"))).toBe(Math.fround(1 / 3));
  });

  it("does not blow up near 0, and says NaN where there is one", () => {
    expect(relError(array([0]), array([1e-10]))).toBeCloseTo(0.01, 15);
    expect(relError(array([NaN, 1]), array([1, 1]))).toBeNaN();
  });

  it("refuses other shapes, even ones that would broadcast, and nothing at all", () => {
    expect(() => relError(zeros([1, 3]), zeros(3))).toThrow(
      new RangeError("relError: expected arrays of one shape, got (1, 3) and (3,)"),
    );
    expect(() => relError(zeros(0), zeros(0))).toThrow(
      new RangeError("relError: expected at least one element, got shape (0,)"),
    );
  });
});
