/** A walk over many examples as floats, with room for only some of them, in the engine's own memory. */
import { arange, zeros } from "./create.js";
import type { DType } from "./dtype.js";
import type { Examples } from "./examples.js";
import { NDArray } from "./ndarray.js";
import { placedZeros, release } from "./placement.js";

/**
 * Calls `visit` with the examples at these indices, block by block.
 *
 * @param blockRows examples at a time, at least 1
 * @param visit gets (k, d1, ..., dk) floats, to be used during the call only, and the number of the
 * examples before them
 * @throws {Error} if the engine's memory has no room for a block
 * @throws {RangeError} if an index is out of range
 */
export function forRowBlocks(
  X: Examples,
  indices: Int32Array,
  { dtype, blockRows }: { readonly dtype: "float64" | "float32"; readonly blockRows: number },
  visit: (rows: NDArray, start: number) => void,
): void {
  const memory = placedZeros([Math.min(blockRows, indices.length), ...X.shape.slice(1)], dtype);
  try {
    for (let start = 0; start < indices.length; start += blockRows) {
      const block = indices.subarray(start, start + blockRows);
      visit(X.takeRows(block, memory.slice(0, block.length)), start);
    }
  } finally {
    release(memory);
  }
}

/** How many examples `mapRows` turns to floats at a time: 6 MB of images. */
const BLOCK_ROWS = 250;

/**
 * A row of results for each example, block by block.
 *
 * @param f takes (k, d1, ..., dk) and returns (k, C)
 * @returns (N, C)
 */
export function mapRows(X: Examples, C: number, dtype: DType, f: (rows: NDArray) => NDArray): NDArray {
  const N = X.shape[0];
  const out = zeros([N, C], dtype);
  const blocks = { dtype: dtype === "float32" ? "float32" : "float64", blockRows: BLOCK_ROWS } as const;
  forRowBlocks(X, Int32Array.from(Array(N).keys()), blocks, (rows, start) => out.data.set(f(rows).data, start * C));
  return out;
}

/** The examples as an array, made of a set's smaller form where X is one. */
export function floatsOf(X: Examples, dtype: DType): NDArray {
  if (X instanceof NDArray) return X.dtype === dtype ? X : X.astype(dtype);
  return X.takeRows(arange(X.shape[0]).data, zeros(X.shape, dtype));
}
