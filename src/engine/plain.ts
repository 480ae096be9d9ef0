/**
 * The matrix product in plain loops ordered for the cache: whatever the transpositions, the
 * innermost loop walks rows of memory, never columns.
 */
import type { Engine, FloatArray, Product } from "./engine.js";

export const plain: Engine = { name: "plain", gemm };

function gemm(product: Product): void {
  if (product.transposeB) dotRows(product);
  else addRows(product);
}

/** c[i] += op(a)[i, k] · b[k], row by row of b. */
function addRows({ M, N, K, a, transposeA, b, c }: Product): void {
  c.fill(0, 0, M * N);
  for (let i = 0; i < M; i++) {
    for (let k = 0; k < K; k++) {
      addScaledRow(c, i * N, a[transposeA ? k * M + i : i * K + k]!, b, k * N, N);
    }
  }
}

function addScaledRow(c: FloatArray, ci: number, scale: number, b: FloatArray, bi: number, N: number): void {
  for (let j = 0; j < N; j++) c[ci + j]! += scale * b[bi + j]!;
}

/** c[i, j] = op(a)[i] · b[j]: b is stored transposed, so its rows are what the sum walks. */
function dotRows({ M, N, K, a, transposeA, b, c }: Product): void {
  const row = new Float64Array(K);
  for (let i = 0; i < M; i++) {
    for (let k = 0; k < K; k++) row[k] = a[transposeA ? k * M + i : i * K + k]!;
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += row[k]! * b[j * K + k]!;
      c[i * N + j] = sum;
    }
  }
}
