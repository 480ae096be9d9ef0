/** The engine in use. */
import type { Engine } from "./engine.js";
import { plain } from "./plain.js";

const active: Engine = plain;

export function engine(): Engine {
  return active;
}

/** The name of the engine that does the matrix products, e.g. `"plain"`. */
export function backend(): string {
  return active.name;
}
