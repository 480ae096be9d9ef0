/**
 * Examples in memory that all threads see: images stay bytes, and no thread has a copy of its own. Where memory cannot be
 * shared, as in a page that is not isolated, messages give each thread one.
 */
import { sharesMemory } from "#host/machine";
import type { TypedArray } from "../../numeric/array/dtype.js";
import type { Examples } from "../../numeric/array/examples.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { ImageSet } from "../../data/imageSet.js";

/** An ImageSet or an NDArray, taken apart: messages between threads carry plain objects only. */
export type SharedExamples =
  | { readonly pixels: Uint8Array; readonly mean: Float64Array }
  | { readonly elements: TypedArray; readonly shape: readonly number[] };

/**
 * Puts examples where all threads see them, if there is such a place; what is there already is not copied.
 *
 * @param what who wants them, and what they are, for the error: e.g. `sweep: expected XTrain`
 * @throws {TypeError} if they are neither an NDArray nor an ImageSet
 */
export function shareExamples(what: string, X: Examples): SharedExamples {
  if (X instanceof ImageSet) return { pixels: onSharedMemory(X.pixels), mean: onSharedMemory(X.mean) };
  if (X instanceof NDArray) return { elements: onSharedMemory(X.data), shape: [...X.shape] };
  throw new TypeError(`${what} to be an NDArray or an ImageSet, which threads can share, got ${String(X)}`);
}

/** The examples, on the memory that is shared. */
export function openExamples(shared: SharedExamples): Examples {
  return "pixels" in shared ? new ImageSet(shared.pixels, shared.mean) : new NDArray(shared.elements, shared.shape);
}

/** The values, in memory that all threads see, if there is any. */
export function onSharedMemory<Kind extends TypedArray | Uint8Array>(values: Kind): Kind {
  if (!sharesMemory || values.buffer instanceof SharedArrayBuffer) return values;
  const shared = new (values.constructor as new (buffer: SharedArrayBuffer) => Kind)(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
