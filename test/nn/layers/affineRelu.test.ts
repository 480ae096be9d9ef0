import { describe, expect, it } from "vitest";
import { affineReluBackward, affineReluForward, evalNumericalGradientArray, RandomState, relError, zeros } from "../../../src/index.js";
import { affineReluParameterGradients } from "../../../src/nn/layers/parameterGradients.js";
import { expectGolden, golden } from "../../fixtures/golden.js";

describe("affineRelu", () => {
  const random = new RandomState(231);
  const [x, w, b] = [random.randn(2, 3, 4), random.randn(12, 10), random.randn(10)];
  const dout = random.randn(2, 10);
  const forward = () => affineReluForward(x, w, b);

  it("agrees with NumPy on the assignment's input", () => {
    const cell = golden.cell15_affine_relu;
    const [out, cache] = forward();
    expectGolden(out, cell.out);
    expect(cache.layer).toBe("affineRelu");
    const { dx, dw, db } = affineReluBackward(dout, cache);
    expectGolden(dx, cell.dx);
    expectGolden(dw, cell.dw);
    expectGolden(db, cell.db);
  });

  it("agrees with the numeric gradients", () => {
    const { dx, dw, db } = affineReluBackward(dout, forward()[1]);
    const numeric = evalNumericalGradientArray;
    expect(relError(numeric((v) => affineReluForward(v, w, b)[0], x, dout), dx)).toBeLessThan(5e-10);
    expect(relError(numeric((v) => affineReluForward(x, v, b)[0], w, dout), dw)).toBeLessThan(5e-10);
    expect(relError(numeric((v) => affineReluForward(x, w, v)[0], b, dout), db)).toBeLessThan(5e-10);
  });

  it("gives the same parameter gradients without dx", () => {
    const [, cache] = forward();
    const { dx: _dx, ...expected } = affineReluBackward(dout, cache);
    const actual = affineReluParameterGradients(dout, cache);
    expect(Object.keys(actual)).toEqual(["dw", "db"]);
    expect(actual.dw.data).toEqual(expected.dw.data);
    expect(actual.db.data).toEqual(expected.db.data);
  });

  it("refuses shapes that do not fit", () => {
    expect(() => affineReluForward(x, zeros([11, 10]), b)).toThrow(
      new RangeError("affineForward: expected w to have shape (12, M), got (11, 10)"),
    );
    expect(() => affineReluBackward(zeros([2, 9]), forward()[1])).toThrow(
      new RangeError("reluBackward: expected dout to have shape (2, 10), got (2, 9)"),
    );
  });
});
