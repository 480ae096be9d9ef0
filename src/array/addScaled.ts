/** Adding a multiple of one array to another in place: what an update step does most. */
import type { NDArray } from "./ndarray.js";

/** `y += scale·x`, elementwise and in place. Sizes are trusted. */
export function addScaled(y: NDArray, scale: number, x: NDArray): void {
  for (let i = 0; i < y.size; i++) y.data[i]! += scale * x.data[i]!;
}
