/** A walk over many examples as floats, with room for only some of them, in the engine's own memory. */
import type { Examples } from "./examples.js";
import type { NDArray } from "./ndarray.js";
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
