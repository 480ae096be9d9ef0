/** The embedded engine's WebAssembly module as text: every routine, for float64 and float32. */
import { f32, f64 } from "./float.js";
import { gather } from "./gather.js";
import { PANEL_BYTES, STRIP_BYTES } from "./layout.js";
import { split, transpose } from "./pack.js";
import { panels, product, strips } from "./product.js";
import { type Arithmetic, tallTile, tile } from "./tile.js";
import { cells, tiles } from "./tiles.js";
import { addScaled, dot } from "./vectors.js";

export interface RoutineOptions extends Arithmetic {
  /** Whether the imported memory can be shared with other threads; nothing else differs. */
  readonly shared: boolean;
}

/** @returns the module in WebAssembly's text format */
export function routineSource({ shared, fused }: RoutineOptions): string {
  const routines = [f64, f32].flatMap((float) => [
    transpose(float),
    tile(float, { fused }),
    tallTile(float, { fused }),
    cells(float),
    tiles(float),
    strips(float),
    panels(float),
    product(float),
    gather(float),
    addScaled(float),
    dot(float),
  ]);
  const memory = `(import "engine" "memory" (memory 1 65536${shared ? " shared" : ""}))`;
  return `(module\n${[memory, split(STRIP_BYTES), split(PANEL_BYTES), ...routines].join("\n")})\n`;
}
