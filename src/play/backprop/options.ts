/** What a cell may ask of the stations, which may come out of a file. */
import { EXAMPLES } from "./examples.js";
import type { ExampleName } from "./words.js";

/** @throws {RangeError} if there is no such example */
export function openedFirst({ example = "network" }: { readonly example?: unknown }): ExampleName {
  const found = EXAMPLES.find((name) => name === example);
  if (found === undefined) throw new RangeError(`showBackprop: expected example to be one of ${EXAMPLES.join(", ")}, got ${JSON.stringify(example)}`);
  return found;
}
