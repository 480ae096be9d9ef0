/**
 * Arrays in the engine's own memory, where it reads and writes them without copying. Worth it for
 * what is large and used in every training step; such an array stays until it is released.
 */
import { engine } from "../engine/backend.js";
import type { FloatArray } from "../engine/engine.js";
import { NDArray } from "./ndarray.js";
import { type Shape, sizeOf } from "./shape.js";

/**
 * Zeros in engine memory.
 *
 * @throws {Error} if the engine's memory has no room for them
 */
export function placedZeros(shape: Shape, dtype: "float64" | "float32"): NDArray {
  return new NDArray(engine().allocate(dtype, sizeOf(shape)), shape);
}

/** A copy of a float array in engine memory. */
export function placedCopy(x: NDArray): NDArray {
  const copy = placedZeros(x.shape, x.dtype === "float32" ? "float32" : "float64");
  copy.data.set(x.data);
  return copy;
}

/** Gives an array's memory back to the engine: it must not be used any more. */
export function release(x: NDArray): void {
  engine().release(x.data as FloatArray);
}
