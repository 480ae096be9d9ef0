/** The embedded engine's WebAssembly module as text: every kernel, for float64 and float32. */
import { f32, f64 } from "./float.js";
import { gather } from "./gather.js";
import { copy, transpose } from "./pack.js";
import { cells, panels, product, tiles } from "./product.js";
import { tile } from "./tile.js";
import { addScaled, dot } from "./vectors.js";

/**
 * @param shared whether the imported memory can be shared with other threads; nothing else differs
 * @returns the module in WebAssembly's text format
 */
export function kernelSource(shared: boolean): string {
  const kernels = [f64, f32].flatMap((float) => [
    transpose(float),
    cells(float),
    ...(["rows", "columns"] as const).flatMap((access) => [
      tile(float, access, 1),
      tile(float, access, 2),
      tiles(float, access),
      panels(float, access),
    ]),
    product(float),
    gather(float),
    addScaled(float),
    dot(float),
  ]);
  const memory = `(import "engine" "memory" (memory 1 65536${shared ? " shared" : ""}))`;
  return `(module\n  ${memory}\n${[copy(), ...kernels].join("\n")})\n`;
}
