/** What a cell may ask of the stations. */
import { EXAMPLES } from "./examples.js";
import type { ExampleName } from "./words.js";

export interface BackpropOptions {
  /** the one that is open first: the network of notebook 1 with one example, an affine layer of 3 by 3, or the two-layer net as a graph; default "network" */
  readonly example?: ExampleName;
}

/** @throws {RangeError} if there is no such example */
export function openedFirst({ example = "network" }: { readonly example?: unknown }): ExampleName {
  const found = EXAMPLES.find((name) => name === example);
  if (found === undefined) throw new RangeError(`showBackprop: expected example to be one of ${EXAMPLES.join(", ")}, got ${JSON.stringify(example)}`);
  return found;
}
