import { describe, expect, it } from "vitest";
import { array, RandomState, zeros } from "../../../src/index.js";
import { signAgreement } from "../../../src/study/index.js";

describe("signAgreement", () => {
  it("is the mean share of the commoner sign, unit by unit", () => {
    // unit 0: all positive; unit 1: three of four negative
    expect(signAgreement(array([[1, -1], [2, -2], [3, -3], [4, 4]]))).toBe((1 + 0.75) / 2);
  });

  it("leaves out zeros, and units that have nothing else", () => {
    expect(signAgreement(array([[0, 5, 0], [-1, -5, 0], [-2, 5, 0]]))).toBe((1 + 2 / 3) / 2);
    expect(signAgreement(zeros([2, 2]))).toBeNaN();
  });

  it("is about 0.5 + sqrt(1 / (2 pi D)) for signs at random", () => {
    const D = 100;
    expect(signAgreement(new RandomState(1).randn(D, 4000))).toBeCloseTo(0.5 + Math.sqrt(1 / (2 * Math.PI * D)), 2);
  });

  it("refuses what is not a matrix", () => {
    expect(() => signAgreement(zeros(3))).toThrow(new RangeError("signAgreement: expected dw to have shape (D, M), got (3,)"));
  });
});
