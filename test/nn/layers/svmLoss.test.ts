import { describe, expect, it } from "vitest";
import { array, evalNumericalGradient, RandomState, relError, svmLoss, zeros } from "../../../src/index.js";
import { expectGolden, golden } from "../../fixtures/golden.js";

describe("svmLoss", () => {
  const cell = golden.cell17_losses;
  const random = new RandomState(231);
  const x = random.randn(50, 10).mul(0.001);
  const y = random.randint(0, 10, 50);

  it("agrees with NumPy and the numeric gradient on the assignment's input", () => {
    const before = x.copy();
    const [loss, dx] = svmLoss(x, y);
    expect(Math.abs(loss - 8.999602749096233)).toBeLessThan(2e-15);
    expectGolden(dx, cell.svm_dx);
    expect(x.data).toEqual(before.data);
    expect(relError(evalNumericalGradient((v) => svmLoss(v, y)[0], x), dx)).toBeLessThan(5e-9);
  });

  it("counts only margins below 1", () => {
    // margins of example 0: 0 + 1 - 3 < 0 and 2.5 + 1 - 3 = 0.5; of example 1: none
    const [loss, dx] = svmLoss(array([[3, 0, 2.5], [-5, 4, 0]]), [0, 1]);
    expect(loss).toBe(0.25);
    expect(dx.toList()).toEqual([[-0.5, 0, 0.5], [0, 0, 0]]);
  });

  it("refuses what softmaxLoss refuses, in its own name", () => {
    expect(() => svmLoss(zeros(3), [0])).toThrow(new RangeError("svmLoss: expected x to have shape (N, C), got (3,)"));
    expect(() => svmLoss(zeros([1, 3]), [3])).toThrow(new RangeError("svmLoss: expected labels from 0 to 2, got 3 at index 0"));
  });
});
