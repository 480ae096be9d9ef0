import { describe, expect, it } from "vitest";
import { array, evalNumericalGradientArray, relError, sigmoidForward, tanhBackward, tanhForward, zeros } from "../../../src/index.js";
import { expectClose } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

describe("tanhForward", () => {
  it("agrees with NumPy", () => {
    // np.tanh(np.array([-2., -.5, 0., 1., 20.]))
    expectClose(tanhForward(array([-2, -0.5, 0, 1, 20]))[0], [
      -0.9640275800758169, -0.46211715726000973, 0, 0.7615941559557649, 1,
    ], 1e-15);
  });

  it("is a sigmoid, stretched", () => {
    const x = spaced(-3, 3, 4, 5);
    expectClose(tanhForward(x)[0], sigmoidForward(x.mul(2))[0].mul(2).sub(1), 1e-15);
  });

  it("keeps its output", () => {
    const [out, cache] = tanhForward(array([-1, 2]));
    expect(cache).toEqual({ layer: "tanh", out });
  });

  it("stays a number at both ends", () => {
    expect(tanhForward(array([-1000, 1000, -Infinity, Infinity]))[0].toList()).toEqual([-1, 1, -1, 1]);
  });
});

describe("tanhBackward", () => {
  it("agrees with the numeric gradient", () => {
    const x = spaced(-3, 3, 5, 3);
    const dout = spaced(-2, 3, 5, 3);
    const [, cache] = tanhForward(x);
    const numeric = evalNumericalGradientArray((v) => tanhForward(v)[0], x, dout);
    expect(relError(tanhBackward(dout, cache), numeric)).toBeLessThan(1e-8);
  });

  it("is 1 at 0 and exactly 0 where tanh has rounded to 1 or -1", () => {
    const [, cache] = tanhForward(array([0, 19, 19.1, -19, -19.1]));
    const dx = tanhBackward(array([3, 1, 1, 1, 1]), cache).toList() as number[];
    expect([dx[0], dx[2], dx[4]]).toEqual([3, 0, 0]);
    expect(Math.min(dx[1], dx[3])).toBeGreaterThan(0);
  });

  it("refuses an upstream gradient of another shape", () => {
    const [, cache] = tanhForward(zeros([2, 3]));
    expect(() => tanhBackward(zeros([3, 2]), cache)).toThrow(
      new RangeError("tanhBackward: expected dout to have shape (2, 3), got (3, 2)"),
    );
  });
});
