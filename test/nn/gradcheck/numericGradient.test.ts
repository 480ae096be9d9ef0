import { describe, expect, it } from "vitest";
import { array, evalNumericalGradient, evalNumericalGradientArray, relError, zeros } from "../../../src/index.js";
import { spaced } from "../../fixtures/spaced.js";

describe("evalNumericalGradient", () => {
  it("finds the gradient of a known function and restores x exactly", () => {
    const x = spaced(-1, 2, 3, 4);
    const before = x.copy();
    const gradient = evalNumericalGradient((v) => v.mul(v).mul(v).sum(), x);
    expect(relError(gradient, x.mul(x).mul(3))).toBeLessThan(1e-8);
    expect(x.data).toEqual(before.data);
  });

  it("restores x when the function throws", () => {
    const x = array([0.1, 0.2]);
    expect(() => evalNumericalGradient(() => { throw new Error("no"); }, x)).toThrow("no");
    expect(x.toList()).toEqual([0.1, 0.2]);
  });

  it("tells a gradient that is wrong by 0.1 %", () => {
    const x = spaced(0.5, 2, 10);
    const numeric = evalNumericalGradient((v) => v.mul(v).sum(), x);
    expect(relError(numeric, x.mul(2))).toBeLessThan(1e-9);
    expect(relError(numeric, x.mul(2 * 1.001))).toBeGreaterThan(4e-4);
  });

  it("refuses float32 and a step that is no positive number", () => {
    expect(() => evalNumericalGradient(() => 0, zeros(2, "float32"))).toThrow(
      new TypeError(
        'evalNumericalGradient: expected x to be float64, got float32; a numeric gradient needs the digits: x.astype("float64")',
      ),
    );
    expect(() => evalNumericalGradient(() => 0, zeros(2), 0)).toThrow(
      new RangeError("evalNumericalGradient: expected h to be a positive number, got 0"),
    );
  });
});

describe("evalNumericalGradientArray", () => {
  it("weighs the differences by the upstream gradient", () => {
    const x = spaced(-1, 1, 2, 3);
    const df = spaced(1, 6, 2, 3);
    const numeric = evalNumericalGradientArray((v) => v.mul(v), x, df);
    expect(relError(numeric, x.mul(2).mul(df))).toBeLessThan(1e-9);
  });

  it("is not fooled by a function that returns x itself", () => {
    const x = spaced(-1, 1, 4);
    expect(relError(evalNumericalGradientArray((v) => v, x, spaced(1, 4, 4)), spaced(1, 4, 4))).toBeLessThan(1e-10);
  });

  it("refuses an upstream gradient of another shape, and a step that is no positive number", () => {
    expect(() => evalNumericalGradientArray((v) => v, zeros([2, 3]), zeros(3))).toThrow(
      new RangeError("evalNumericalGradientArray: expected df to have shape (2, 3), got (3,)"),
    );
    expect(() => evalNumericalGradientArray((v) => v, zeros(2), zeros(2), -1)).toThrow(
      new RangeError("evalNumericalGradientArray: expected h to be a positive number, got -1"),
    );
  });
});

describe("progress", () => {
  function recorder(): { told: (number | "end")[]; update(done: number): void; end(): void } {
    const told: (number | "end")[] = [];
    return { told, update: (done) => void told.push(done), end: () => void told.push("end") };
  }

  it("hears of each element, and of the end", () => {
    const [scalar, arrays] = [recorder(), recorder()];
    evalNumericalGradient((x) => x.sum(), array([1, 2, 3]), 1e-5, scalar);
    evalNumericalGradientArray((x) => x.mul(2), array([1, 2]), array([1, 1]), 1e-5, arrays);
    expect([scalar.told, arrays.told]).toEqual([[1, 2, 3, "end"], [1, 2, "end"]]);
  });

  it("hears of the end after an error as well", () => {
    const progress = recorder();
    const fail = () => {
      throw new RangeError("no");
    };
    expect(() => evalNumericalGradient(fail, array([1, 2]), 1e-5, progress)).toThrow(new RangeError("no"));
    expect(progress.told).toEqual(["end"]);
  });
});
