/** Puts things in random order, drawing as NumPy's `shuffle` does: for each place from the last to the second. */
import { NDArray } from "../array/ndarray.js";
import type { TypedArray } from "../array/dtype.js";
import type { MT19937 } from "./mt19937.js";

/** A list, or an array whose rows are moved. */
export type Shufflable = unknown[] | TypedArray | NDArray;

/** @throws {TypeError} if items are neither a list nor an array with rows */
export function shuffleInPlace(items: Shufflable, generator: MT19937): void {
  if (items instanceof NDArray && items.ndim > 0) {
    shuffleRows(items, generator);
  } else if (Array.isArray(items) || (ArrayBuffer.isView(items) && !(items instanceof DataView))) {
    shuffleItems(items, generator);
  } else {
    throw new TypeError("shuffle: expected a list or an array with rows, got neither");
  }
}

function shuffleItems(items: unknown[] | TypedArray, generator: MT19937): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = generator.nextBelowOrEqual(i);
    const kept = items[i];
    items[i] = items[j] as never;
    items[j] = kept as never;
  }
}

function shuffleRows({ data, shape }: NDArray, generator: MT19937): void {
  const rows = shape[0];
  const width = data.length / rows;
  for (let i = rows - 1; i > 0; i--) {
    const j = generator.nextBelowOrEqual(i);
    const kept = data.slice(i * width, (i + 1) * width);
    data.copyWithin(i * width, j * width, (j + 1) * width);
    data.set(kept, j * width);
  }
}
