/**
 * What the library needs of a compute engine: typed arrays in, typed arrays out.
 *
 * Everything above works on NDArray and never sees an engine. All matrices are dense, in C order
 * (row by row), 0 is a valid size, and sizes are checked by the caller. `gatherRows`, `addScaled`
 * and `dot` give the same bits in every engine; `gemm` the same to rounding, and within one
 * engine the same bits with any number of threads.
 *
 * Any typed array will do as an argument. One that came from `allocate` lies in the engine's own
 * memory and is used in place; any other is copied in, and a result copied out.
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

/** Arrays that an engine can hold, by the name of their type. */
export interface EngineArrays {
  float64: Float64Array;
  float32: Float32Array;
  uint8: Uint8Array;
}

export interface Engine {
  /** What is at work, for people: name, threads, and why fewer than asked for. */
  readonly name: string;

  /** The matrix product. */
  gemm(product: Product): void;

  /**
   * `out[i] = pixels[indices[i]] - mean`, row by row, the bytes made floats.
   *
   * @param pixels rows of `rowLength` bytes
   * @param indices which rows, each within `pixels`
   * @param mean (rowLength,), of out's type; undefined for no subtraction
   * @param out (indices.length, rowLength)
   */
  gatherRows(
    pixels: Uint8Array,
    rowLength: number,
    indices: ArrayLike<number>,
    mean: FloatArray | undefined,
    out: FloatArray,
  ): void;

  /** `out = y + alpha·x`, rounded after each operation in the arrays' type; out may be y (the default). */
  addScaled(alpha: number, x: FloatArray, y: FloatArray, out?: FloatArray): void;

  /** The sum of x·y, always in float64: eight interleaved sums, then those pairwise. */
  dot(x: FloatArray, y: FloatArray): number;

  /**
   * An array of zeros in the engine's own memory, for what is long-lived and large.
   * It stays there until it is released: nothing is freed by the garbage collector.
   *
   * @throws {Error} if the engine's memory has no room for it
   */
  allocate<Type extends keyof EngineArrays>(dtype: Type, length: number): EngineArrays[Type];

  /**
   * Gives back what `allocate` returned: the caller promises not to use it, nor a view of it,
   * any more. Any other array is left alone.
   */
  release(data: FloatArray | Uint8Array): void;

  /** Ends the engine's threads, if it has any; it goes on working in the calling one. */
  stop(): Promise<void>;
}
