import { describe, expect, it } from "vitest";
import { array, matmul, ones, zeros } from "../../../src/index.js";

describe("matmul", () => {
  const a = array([[1, 2, 3], [4, 5, 6]]);
  const b = array([[7, 8], [9, 10], [11, 12]]);
  const product = [[58, 64], [139, 154]];

  it("multiplies, reading operands transposed where told", () => {
    expect(matmul(a, b).toList()).toEqual(product);
    expect(matmul(a.T, b, { transposeA: true }).toList()).toEqual(product);
    expect(matmul(a, b.T, { transposeB: true }).toList()).toEqual(product);
    expect(matmul(a.T, b.T, { transposeA: true, transposeB: true }).toList()).toEqual(product);
  });

  it("is float32 only for float32 operands", () => {
    const [a32, b32] = [a.astype("float32"), b.astype("float32")];
    expect([matmul(a32, b32).dtype, matmul(a32, b).dtype, matmul(a.astype("int32"), b32).dtype]).toEqual([
      "float32", "float64", "float64",
    ]);
    expect(matmul(a32, b.astype("uint8")).toList()).toEqual(product);
  });

  it("sums over nothing to 0", () => {
    expect(matmul(zeros([2, 0]), zeros([0, 3])).toList()).toEqual([[0, 0, 0], [0, 0, 0]]);
    expect(matmul(zeros([0, 2]), ones([2, 3])).shape).toEqual([0, 3]);
  });

  it("puts the product where it is told", () => {
    const out = ones([2, 2]);
    expect(matmul(a, b, { out })).toBe(out);
    expect(out.toList()).toEqual(product);
    expect(() => matmul(a, b, { out: zeros([2, 3]) })).toThrow(
      new RangeError("matmul: expected out to have shape (2, 2), got (2, 3)"),
    );
    expect(() => matmul(a, b, { out: zeros([2, 2], "float32") })).toThrow(
      new TypeError("matmul: expected out to be float64, got float32"),
    );
  });

  it("refuses inner sizes that differ, and what is no matrix", () => {
    expect(() => matmul(a, a)).toThrow(new RangeError("matmul: expected the inner sizes to agree, got (2, 3) and (2, 3)"));
    expect(() => matmul(a, b, { transposeB: true })).toThrow(
      new RangeError("matmul: expected the inner sizes to agree, got (2, 3) and (2, 3)"),
    );
    expect(() => matmul(zeros(3), b)).toThrow(new RangeError("matmul: expected a to be a matrix, got shape (3,)"));
  });
});
