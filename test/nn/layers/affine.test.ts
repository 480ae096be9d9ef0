import { describe, expect, it } from "vitest";
import {
  affineBackward,
  affineForward,
  array,
  evalNumericalGradientArray,
  RandomState,
  relError,
  zeros,
} from "../../../src/index.js";
import { affineParameterGradients } from "../../../src/nn/layers/parameterGradients.js";
import { expectClose, expectGolden, expectIdentical, golden } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

describe("affineForward", () => {
  it("agrees with NumPy on the assignment's input", () => {
    const cell = golden.cell06_affine_forward;
    const x = spaced(-0.1, 0.5, 2, 4, 5, 6);
    const w = spaced(-0.2, 0.3, 120, 3);
    const b = spaced(-0.3, 0.1, 3);
    expectIdentical(x, cell.x);
    expectIdentical(w, cell.w);
    const [out] = affineForward(x, w, b);
    expectGolden(out, cell.out);
    expect(relError(out, array(cell.correct_out))).toBeCloseTo(cell.difference, 14);
  });

  it("keeps x in its own shape, and takes a bias of shape (1, M)", () => {
    const x = spaced(-1, 1, 2, 3, 2);
    const [out, cache] = affineForward(x, spaced(-1, 2, 6, 4), spaced(0, 1, 1, 4));
    expect(cache.x).toBe(x);
    expect(cache.layer).toBe("affine");
    expectClose(out, affineForward(x, spaced(-1, 2, 6, 4), spaced(0, 1, 4))[0], 0);
  });

  it("gives no rows for no examples", () => {
    const [out, cache] = affineForward(zeros([0, 6]), zeros([6, 4]), zeros(4));
    expect(out.shape).toEqual([0, 4]);
    const { dx, dw, db } = affineBackward(zeros([0, 4]), cache);
    expect([dx.shape, dw.shape, db.shape]).toEqual([[0, 6], [6, 4], [4]]);
    expect([...dw.data, ...db.data].every((value) => value === 0)).toBe(true);
  });

  it("refuses shapes that do not fit", () => {
    const [x, w, b] = [zeros([2, 3, 2]), zeros([6, 4]), zeros(4)];
    expect(() => affineForward(zeros(6), w, b)).toThrow(
      new RangeError("affineForward: expected x to have shape (N, D), got (6,)"),
    );
    expect(() => affineForward(x, zeros([5, 7]), b)).toThrow(
      new RangeError("affineForward: expected w to have shape (6, M), got (5, 7)"),
    );
    expect(() => affineForward(x, zeros(6), b)).toThrow(
      new RangeError("affineForward: expected w to have shape (6, M), got (6,)"),
    );
    expect(() => affineForward(x, w, zeros(3))).toThrow(
      new RangeError("affineForward: expected b to have shape (4,), got (3,)"),
    );
    expect(() => affineForward(x, w, zeros([4, 1]))).toThrow(
      new RangeError("affineForward: expected b to have shape (4,), got (4, 1)"),
    );
  });
});

describe("affineBackward", () => {
  it("agrees with NumPy and the numeric gradient on the assignment's input", () => {
    const cell = golden.cell08_affine_backward;
    const random = new RandomState(231);
    const [x, w, b] = [random.randn(10, 2, 3), random.randn(6, 5), random.randn(5)];
    const dout = random.randn(10, 5);
    expectGolden(dout, cell.dout, 1e-15);
    const [, cache] = affineForward(x, w, b);
    const { dx, dw, db } = affineBackward(dout, cache);
    expectGolden(dx, cell.dx);
    expectGolden(dw, cell.dw);
    expectGolden(db, cell.db);
    const numeric = evalNumericalGradientArray;
    expect(relError(numeric((v) => affineForward(v, w, b)[0], x, dout), dx)).toBeLessThan(5e-10);
    expect(relError(numeric((v) => affineForward(x, v, b)[0], w, dout), dw)).toBeLessThan(5e-10);
    expect(relError(numeric((v) => affineForward(x, w, v)[0], b, dout), db)).toBeLessThan(5e-10);
    expectGolden(x, cell.x, 1e-15);
  });

  it("reproduces the worked example of whole numbers", () => {
    const x = array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
    const w = array([[1, 3], [4, 5], [7, 8]]);
    const [, cache] = affineForward(x, w, zeros(2));
    const { dx, dw, db } = affineBackward(array([[1, 2], [3, 4], [5, 6]]), cache);
    expect(dw.toList()).toEqual([[48, 60], [57, 72], [66, 84]]);
    expect(dx.toList()).toEqual([[7, 14, 23], [15, 32, 53], [23, 50, 83]]);
    expect(db.toList()).toEqual([9, 12]);
  });

  it("gives gradients in the shapes of x, w and b", () => {
    const [x, w, b] = [spaced(-1, 1, 3, 2, 2), spaced(-1, 2, 4, 5), zeros([1, 5])];
    const [, cache] = affineForward(x, w, b);
    const dout = spaced(-1, 1, 3, 5);
    const gradients = affineBackward(dout, cache);
    expect(gradients.dx.shape).toEqual([3, 2, 2]);
    expect(gradients.dw.shape).toEqual([4, 5]);
    expect(gradients.db.shape).toEqual([1, 5]);
    const { dw, db } = affineParameterGradients(dout, cache);
    expect([dw.toList(), db.toList()]).toEqual([gradients.dw.toList(), gradients.db.toList()]);
  });

  it("refuses an upstream gradient of another shape", () => {
    const [, cache] = affineForward(zeros([2, 6]), zeros([6, 4]), zeros(4));
    expect(() => affineBackward(zeros([2, 5]), cache)).toThrow(
      new RangeError("affineBackward: expected dout to have shape (2, 4), got (2, 5)"),
    );
  });

  it("leaves its inputs as they are", () => {
    const inputs = [spaced(-1, 1, 3, 4), spaced(-1, 2, 4, 5), spaced(0, 1, 5), spaced(-2, 1, 3, 5)] as const;
    const before = inputs.map((input) => input.toList());
    const [, cache] = affineForward(inputs[0], inputs[1], inputs[2]);
    affineBackward(inputs[3], cache);
    expect(inputs.map((input) => input.toList())).toEqual(before);
  });
});
