import { describe, expect, it } from "vitest";
import { array, evalNumericalGradientArray, relError, sigmoidBackward, sigmoidForward, zeros } from "../../../src/index.js";
import { expectClose } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

describe("sigmoidForward", () => {
  it("agrees with NumPy", () => {
    // 1 / (1 + np.exp(-np.array([-10., -1., 0., 1., 10.])))
    expectClose(sigmoidForward(array([-10, -1, 0, 1, 10]))[0], [
      4.5397868702434395e-5, 0.2689414213699951, 0.5, 0.7310585786300049, 0.9999546021312976,
    ], 1e-15);
  });

  it("keeps its output", () => {
    const [out, cache] = sigmoidForward(array([-1, 2]));
    expect(cache).toEqual({ layer: "sigmoid", out });
  });

  it("stays a number at both ends", () => {
    expect(sigmoidForward(array([-1000, 1000, -Infinity, Infinity]))[0].toList()).toEqual([0, 1, 0, 1]);
  });
});

describe("sigmoidBackward", () => {
  it("agrees with the numeric gradient", () => {
    const x = spaced(-4, 4, 5, 3);
    const dout = spaced(-2, 3, 5, 3);
    const [, cache] = sigmoidForward(x);
    const numeric = evalNumericalGradientArray((v) => sigmoidForward(v)[0], x, dout);
    expect(relError(sigmoidBackward(dout, cache), numeric)).toBeLessThan(1e-8);
  });

  it("is a quarter at 0 and exactly 0 where the sigmoid has rounded to 1", () => {
    const [, cache] = sigmoidForward(array([0, 36, 37]));
    const dx = sigmoidBackward(array([1, 1, 1]), cache);
    expect(dx.get(0)).toBe(0.25);
    expect(dx.get(1)).toBeGreaterThan(0);
    expect(dx.get(2)).toBe(0);
  });

  it("refuses an upstream gradient of another shape", () => {
    const [, cache] = sigmoidForward(zeros([2, 3]));
    expect(() => sigmoidBackward(zeros([3, 2]), cache)).toThrow(
      new RangeError("sigmoidBackward: expected dout to have shape (2, 3), got (3, 2)"),
    );
  });
});
