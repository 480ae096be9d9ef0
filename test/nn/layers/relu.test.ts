import { describe, expect, it } from "vitest";
import { array, evalNumericalGradientArray, RandomState, reluBackward, reluForward, relError, zeros } from "../../../src/index.js";
import { expectGolden, golden } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

describe("reluForward", () => {
  it("agrees with NumPy on the assignment's input", () => {
    const cell = golden.cell10_relu_forward;
    const [out] = reluForward(spaced(-0.5, 0.5, 3, 4));
    expectGolden(out, cell.out, 0);
    expect(relError(out, array(cell.correct_out))).toBeCloseTo(cell.difference, 15);
  });

  it("lets NaN and infinities through", () => {
    const [out] = reluForward(array([NaN, Infinity, -Infinity, -1]));
    expect(out.toList()).toEqual([NaN, Infinity, 0, 0]);
  });

  it("makes a new array and leaves x as it is", () => {
    const x = array([[-1, 2], [3, -4]]);
    const [out, cache] = reluForward(x);
    expect(cache).toEqual({ layer: "relu", x });
    expect(out.data).not.toBe(x.data);
    expect(x.toList()).toEqual([[-1, 2], [3, -4]]);
  });
});

describe("reluBackward", () => {
  it("agrees with NumPy and the numeric gradient on the assignment's input", () => {
    const cell = golden.cell12_relu_backward;
    const random = new RandomState(231);
    const [x, dout] = [random.randn(10, 10), random.randn(10, 10)];
    const [, cache] = reluForward(x);
    const dx = reluBackward(dout, cache);
    expectGolden(dx, cell.dx, 1e-15);
    expect(relError(evalNumericalGradientArray((v) => reluForward(v)[0], x, dout), dx)).toBeLessThan(1e-11);
  });

  it("is 0 at exactly 0 and at -0", () => {
    const [, cache] = reluForward(array([0, -0, 1e-300, -1e-300]));
    expect(reluBackward(array([5, 5, 5, 5]), cache).toList()).toEqual([0, 0, 5, 0]);
  });

  it("refuses an upstream gradient of another shape, even one that would broadcast", () => {
    const [, cache] = reluForward(zeros([2, 3]));
    expect(() => reluBackward(zeros([1, 3]), cache)).toThrow(
      new RangeError("reluBackward: expected dout to have shape (2, 3), got (1, 3)"),
    );
  });
});
