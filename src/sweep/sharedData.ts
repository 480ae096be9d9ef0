/**
 * Training data in memory that all threads see: images stay bytes, and no thread has a copy of
 * its own.
 */
import type { TypedArray } from "../array/dtype.js";
import type { Examples } from "../array/examples.js";
import { NDArray } from "../array/ndarray.js";
import { ImageSet } from "../data/imageSet.js";
import { readLabels } from "../layers/labels.js";
import type { TrainingData } from "../train/trainingData.js";

/** An ImageSet or an NDArray, taken apart: messages between threads carry plain objects only. */
export type SharedExamples =
  | { readonly pixels: Uint8Array; readonly mean: Float64Array }
  | { readonly elements: TypedArray; readonly shape: readonly number[] };

export interface SharedData {
  readonly XTrain: SharedExamples;
  readonly yTrain: Int32Array;
  readonly XVal: SharedExamples;
  readonly yVal: Int32Array;
}

/**
 * Puts data where all threads see it; what is there already is not copied.
 *
 * @param numClasses labels reach from 0 to numClasses - 1
 * @throws {TypeError} if examples are neither an NDArray nor an ImageSet, or a label is not a whole number
 * @throws {RangeError} if labels do not fit their examples
 */
export function shareData({ XTrain, yTrain, XVal, yVal }: TrainingData, numClasses: number): SharedData {
  return {
    XTrain: shareExamples("XTrain", XTrain),
    yTrain: onSharedMemory(readLabels("sweep, yTrain", yTrain, XTrain.shape[0]!, numClasses)),
    XVal: shareExamples("XVal", XVal),
    yVal: onSharedMemory(readLabels("sweep, yVal", yVal, XVal.shape[0]!, numClasses)),
  };
}

/** The data as a Solver takes it, on the memory that is shared. */
export function openData({ XTrain, yTrain, XVal, yVal }: SharedData): TrainingData {
  return { XTrain: openExamples(XTrain), yTrain, XVal: openExamples(XVal), yVal };
}

function shareExamples(name: string, X: Examples): SharedExamples {
  if (X instanceof ImageSet) return { pixels: onSharedMemory(X.pixels), mean: onSharedMemory(X.mean) };
  if (X instanceof NDArray) return { elements: onSharedMemory(X.data), shape: [...X.shape] };
  throw new TypeError(`sweep: expected ${name} to be an NDArray or an ImageSet, which threads can share, got ${String(X)}`);
}

function openExamples(shared: SharedExamples): Examples {
  return "pixels" in shared ? new ImageSet(shared.pixels, shared.mean) : new NDArray(shared.elements, shared.shape);
}

function onSharedMemory<Kind extends TypedArray | Uint8Array>(values: Kind): Kind {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const shared = new (values.constructor as new (buffer: SharedArrayBuffer) => Kind)(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
