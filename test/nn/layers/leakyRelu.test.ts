import { describe, expect, it } from "vitest";
import { array, evalNumericalGradientArray, leakyReluBackward, leakyReluForward, relError, zeros } from "../../../src/index.js";
import { spaced } from "../../fixtures/spaced.js";

describe("leakyReluForward", () => {
  it("scales what is negative by alpha", () => {
    // np.where(x > 0, x, 0.1 * x)
    expect(leakyReluForward(array([-2, 0, 3]), 0.1)[0].toList()).toEqual([-0.2, 0, 3]);
    expect(leakyReluForward(array([-2]))[0].toList()).toEqual([-0.02]);
  });

  it("keeps its input and the slope", () => {
    const x = array([-2, 3]);
    expect(leakyReluForward(x, 0.1)[1]).toEqual({ layer: "leakyRelu", x, alpha: 0.1 });
  });

  it("refuses a slope outside of 0 to 1", () => {
    for (const alpha of [-0.1, 1.5, NaN]) {
      expect(() => leakyReluForward(zeros(2), alpha)).toThrow(
        new RangeError(`leakyReluForward: expected alpha to be from 0 to 1, got ${alpha}`),
      );
    }
  });
});

describe("leakyReluBackward", () => {
  it("agrees with the numeric gradient away from the kink", () => {
    const x = spaced(-1.05, 1, 7, 3);
    const dout = spaced(-2, 3, 7, 3);
    for (const alpha of [0, 0.01, 0.3, 1]) {
      const [, cache] = leakyReluForward(x, alpha);
      const numeric = evalNumericalGradientArray((v) => leakyReluForward(v, alpha)[0], x, dout);
      expect(relError(leakyReluBackward(dout, cache), numeric)).toBeLessThan(1e-8);
    }
  });

  it("is alpha at exactly 0", () => {
    const [, cache] = leakyReluForward(array([0, 1, -1]), 0.25);
    expect(leakyReluBackward(array([4, 4, 4]), cache).toList()).toEqual([1, 4, 1]);
  });

  it("refuses an upstream gradient of another shape", () => {
    const [, cache] = leakyReluForward(zeros([2, 3]));
    expect(() => leakyReluBackward(zeros(3), cache)).toThrow(
      new RangeError("leakyReluBackward: expected dout to have shape (2, 3), got (3,)"),
    );
  });
});
