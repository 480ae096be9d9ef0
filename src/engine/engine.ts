/**
 * What the library needs of a compute engine: typed arrays in, typed arrays out.
 *
 * Everything above works on NDArray and never sees an engine; array/matmul.ts is the only
 * caller of `gemm`. All matrices are dense, in C order (row by row), and 0 is a valid size.
 */

export type FloatArray = Float64Array | Float32Array;

/** `c = op(a)·op(b)`, with op(a) (M, K), op(b) (K, N) and c (M, N), all of one float type. */
export interface Product {
  readonly M: number;
  readonly N: number;
  readonly K: number;
  readonly a: FloatArray;
  /** a is stored as (K, M) and read transposed. */
  readonly transposeA: boolean;
  readonly b: FloatArray;
  /** b is stored as (N, K) and read transposed. */
  readonly transposeB: boolean;
  /** Overwritten; it must not share memory with a or b. */
  readonly c: FloatArray;
}

export interface Engine {
  /** What `backend()` shows. */
  readonly name: string;
  gemm(product: Product): void;
}
