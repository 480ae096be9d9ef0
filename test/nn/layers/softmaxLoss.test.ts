import { describe, expect, it } from "vitest";
import { array, evalNumericalGradient, NDArray, RandomState, relError, softmaxLoss, zeros } from "../../../src/index.js";
import { expectGolden, golden } from "../../fixtures/golden.js";

const cell = golden.cell17_losses;
const random = new RandomState(231);
const x = random.randn(50, 10).mul(0.001);
const y = random.randint(0, 10, 50);

describe("softmaxLoss", () => {
  it("agrees with NumPy and the numeric gradient on the assignment's input", () => {
    const [loss, dx] = softmaxLoss(x, y);
    expect(Math.abs(loss - 2.3025458445007376)).toBeLessThan(1e-15);
    expectGolden(dx, cell.softmax_dx);
    expect(relError(evalNumericalGradient((v) => softmaxLoss(v, y)[0], x), dx)).toBeLessThan(2e-8);
  });

  it("is ln(C) for equal scores", () => {
    expect(softmaxLoss(zeros([3, 7]), [0, 3, 6])[0]).toBeCloseTo(Math.log(7), 15);
  });

  it("stays finite for scores of 1000 and for 800 against 0", () => {
    const [large] = softmaxLoss(array([[1000, 1000, 1000, 1000, 1000, 1000, 1000]]), [0]);
    expect(large).toBeCloseTo(golden.bug_exhibits.softmax_shifted_scores_1000, 15);
    const [apart, dx] = softmaxLoss(array([[0, 800]]), [0]);
    expect(apart).toBe(800);
    expect(dx.toList()).toEqual([[-1, 1]]);
  });

  it("takes labels in any array of integers", () => {
    const expected = softmaxLoss(x, y)[0];
    const plain = Array.from(y.data);
    for (const labels of [plain, Uint8Array.from(plain), BigInt64Array.from(plain, BigInt), new NDArray(Float64Array.from(plain), [50])]) {
      expect(softmaxLoss(x, labels)[0]).toBe(expected);
    }
  });

  it("leaves its inputs as they are", () => {
    const [scores, labels] = [x.copy(), y.copy()];
    softmaxLoss(scores, labels);
    expect([scores.data, labels.data]).toEqual([x.data, y.data]);
  });

  it("keeps float32 as float32", () => {
    const [loss, dx] = softmaxLoss(x.astype("float32"), y);
    expect(dx.dtype).toBe("float32");
    expect(loss).toBeCloseTo(2.3025458445007376, 6);
  });
});

describe("softmaxLoss refuses", () => {
  it.each([
    [zeros(3), [0, 1, 2], new RangeError("softmaxLoss: expected x to have shape (N, C), got (3,)")],
    [zeros([0, 3]), [], new RangeError("softmaxLoss: expected at least one example and one class, got x of shape (0, 3)")],
    [zeros([2, 3]), [0], new RangeError("softmaxLoss: expected y to have 2 labels, got 1")],
    [zeros([2, 3]), [0, 3], new RangeError("softmaxLoss: expected labels from 0 to 2, got 3 at index 1")],
    [zeros([2, 3]), [-1, 0], new RangeError("softmaxLoss: expected labels from 0 to 2, got -1 at index 0")],
    [zeros([2, 3]), [0, 1.5], new TypeError("softmaxLoss: expected labels to be whole numbers, got 1.5 at index 1")],
    [zeros([2, 3]), [0, NaN], new TypeError("softmaxLoss: expected labels to be whole numbers, got NaN at index 1")],
    [zeros([2, 3]), zeros([2, 1]), new RangeError("softmaxLoss: expected y to have shape (2,), got (2, 1)")],
  ])("%#", (scores, labels, error) => {
    expect(() => softmaxLoss(scores, labels)).toThrow(error);
  });
});
