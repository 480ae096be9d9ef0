import { type ProgressOptions, startProgress } from "./progress.js";
import type { ProgressHost } from "./progress/progressHost.js";

/**
 * Goes through a list and shows how far it has come; the line is finished however the loop ends.
 *
 * @param items what to go through; the length is the total
 * @example
 * for (const learningRate of track([1e-4, 3e-4, 1e-3], { label: "Sweep" })) console.log(learningRate);
 */
export function* track<T>(items: readonly T[], options: Omit<ProgressOptions, "total">, host?: ProgressHost): Generator<T, void, undefined> {
  const progress = startProgress({ ...options, total: items.length }, host);
  try {
    for (const [i, item] of items.entries()) {
      yield item;
      progress.update(i + 1);
    }
  } finally {
    progress.end();
  }
}
