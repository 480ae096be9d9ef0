/**
 * The engine in plain loops, ordered for the cache: whatever the transpositions, the innermost
 * loop of the product walks rows of memory, never columns.
 */
import type { Engine, EngineArrays, FloatArray, Product } from "./engine.js";
import { DOT_SUMS } from "./wat/layout.js";

export const plain: Engine = { name: "plain", gemm, gatherRows, addScaled, dot, allocate, release, stop };

function gemm(product: Product): void {
  if (product.transposeB) dotRows(product);
  else addRows(product);
}

/** c[i] += op(a)[i, k] · b[k], row by row of b. */
function addRows({ M, N, K, a, transposeA, b, c }: Product): void {
  c.fill(0, 0, M * N);
  for (let i = 0; i < M; i++) {
    for (let k = 0; k < K; k++) {
      addScaledRow(c, i * N, a[transposeA ? k * M + i : i * K + k], b, k * N, N);
    }
  }
}

function addScaledRow(c: FloatArray, ci: number, scale: number, b: FloatArray, bi: number, N: number): void {
  for (let j = 0; j < N; j++) c[ci + j] += scale * b[bi + j];
}

/** c[i, j] = op(a)[i] · b[j]: b is stored transposed, so its rows are what the sum walks. */
function dotRows({ M, N, K, a, transposeA, b, c }: Product): void {
  const row = new Float64Array(K);
  for (let i = 0; i < M; i++) {
    for (let k = 0; k < K; k++) row[k] = a[transposeA ? k * M + i : i * K + k];
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += row[k] * b[j * K + k];
      c[i * N + j] = sum;
    }
  }
}

function gatherRows(
  pixels: Uint8Array,
  rowLength: number,
  indices: ArrayLike<number>,
  mean: FloatArray | undefined,
  out: FloatArray,
): void {
  for (let row = 0; row < indices.length; row++) {
    const from = indices[row] * rowLength;
    const to = row * rowLength;
    for (let i = 0; i < rowLength; i++) out[to + i] = pixels[from + i] - (mean ? mean[i] : 0);
  }
}

function addScaled(alpha: number, x: FloatArray, y: FloatArray, out: FloatArray = y): void {
  if (out instanceof Float32Array) addScaledFloat32(Math.fround(alpha), x, y, out);
  else for (let i = 0; i < out.length; i++) out[i] = y[i] + alpha * x[i];
}

/** float32 rounds the product before it is added. */
function addScaledFloat32(alpha: number, x: FloatArray, y: FloatArray, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = y[i] + Math.fround(alpha * x[i]);
}

/** The heap: there is no memory to manage. */
function allocate<Type extends keyof EngineArrays>(dtype: Type, length: number): EngineArrays[Type] {
  const arrays = { float64: Float64Array, float32: Float32Array, uint8: Uint8Array };
  return new arrays[dtype](length) as EngineArrays[Type];
}

function release(): void {}

async function stop(): Promise<void> {}

/** @returns the sum of x[i]·y[i] in float64 */
export function dot(x: FloatArray, y: FloatArray): number {
  return finishDot(new Float64Array(DOT_SUMS), x, y, 0);
}

/** Adds the terms from `start`, a multiple of DOT_SUMS, to the eight sums, and those pairwise. */
export function finishDot(sums: Float64Array, x: FloatArray, y: FloatArray, start: number): number {
  for (let i = start; i < x.length; i++) sums[i % DOT_SUMS] += x[i] * y[i];
  const [a, b, c, d, e, f, g, h] = sums as unknown as [number, number, number, number, number, number, number, number];
  return a + b + (c + d) + (e + f + (g + h));
}
