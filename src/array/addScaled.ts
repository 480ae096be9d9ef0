/** Adding a multiple of one array to another in place: what an update step does most. */
import { engine } from "../engine/backend.js";
import type { FloatArray } from "../engine/engine.js";
import type { NDArray } from "./ndarray.js";

/** `y += scale·x`, elementwise and in place, for float arrays of one type and size. */
export function addScaled(y: NDArray, scale: number, x: NDArray): void {
  const addend = x.dtype === y.dtype ? x : x.astype(y.dtype);
  engine().addScaled(scale, addend.data as FloatArray, y.data as FloatArray);
}
