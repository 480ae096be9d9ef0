import { describe, expect, it } from "vitest";
import { productShares, ranges } from "../../../src/numeric/engine/shares.js";

describe("ranges", () => {
  it("cuts in whole units, as evenly as that allows", () => {
    expect(ranges(100, 2, 4)).toEqual([[0, 52], [52, 100]]);
    expect(ranges(3072, 3, 4)).toEqual([[0, 1024], [1024, 2048], [2048, 3072]]);
    expect(ranges(10, 4, 4)).toEqual([[0, 4], [4, 8], [8, 10]]);
    expect(ranges(5, 1, 4)).toEqual([[0, 5]]);
    expect(ranges(0, 3, 4)).toEqual([[0, 0]]);
  });
});

describe("productShares", () => {
  const placed = { c: 1000, a: 2000, b: 3000, transposeA: false, transposeB: false, size: 8 };

  it("leaves a small product to one thread", () => {
    const shares = productShares({ ...placed, M: 100, N: 10, K: 50 }, [7, 8]);
    expect(shares).toEqual([[1000, 80, 2000, 400, 0, 3000, 80, 0, 100, 10, 50, 7]]);
  });

  it("shares out the rows of a and c", () => {
    const shares = productShares({ ...placed, M: 100, N: 50, K: 3072 }, [7, 8]);
    expect(shares).toEqual([
      [1000, 400, 2000, 24_576, 0, 3000, 400, 0, 52, 50, 3072, 7],
      [1000 + 52 * 400, 400, 2000 + 52 * 24_576, 24_576, 0, 3000, 400, 0, 48, 50, 3072, 8],
    ]);
  });

  it("shares out the columns of a transposed a", () => {
    const shares = productShares({ ...placed, transposeA: true, M: 3072, N: 50, K: 100 }, [7, 8]);
    expect(shares[1]).toEqual([1000 + 1536 * 400, 400, 2000 + 1536 * 8, 24_576, 1, 3000, 400, 0, 1536, 50, 100, 8]);
  });

  it("shares out the columns of c where it has few rows", () => {
    const wide = { ...placed, M: 3, N: 4000, K: 40 };
    expect(productShares(wide, [7, 8])[1]).toEqual([1000 + 2000 * 8, 32_000, 2000, 320, 0, 3000 + 2000 * 8, 32_000, 0, 3, 2000, 40, 8]);
    const transposed = productShares({ ...wide, transposeB: true }, [7, 8]);
    expect(transposed[1]).toEqual([1000 + 2000 * 8, 32_000, 2000, 320, 0, 3000 + 2000 * 320, 320, 1, 3, 2000, 40, 8]);
  });
});
