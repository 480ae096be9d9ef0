/**
 * The matrix product as its definition says, three plain loops: too slow for work, and the
 * yardstick that every other engine is tested against.
 */
import type { Product } from "../../../src/numeric/engine/engine.js";

/** @param product sums are in float64 whatever the arrays' type */
export function oracleProduct({ M, N, K, a, transposeA, b, transposeB, c }: Product): void {
  for (let i = 0; i < M; i++) {
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) {
        sum += a[transposeA ? k * M + i : i * K + k] * b[transposeB ? j * K + k : k * N + j];
      }
      c[i * N + j] = sum;
    }
  }
}
