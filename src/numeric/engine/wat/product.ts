/**
 * The matrix product around the tile: cuts c = op(a)·op(b) into blocks that stay in the caches.
 *
 *   for each block of columns of b, and in it for each block of k
 *     pack the block of b in strips as wide as a tile
 *     for some rows of op(a) at a time, packed in panels of a cache line
 *       for each panel, for each strip, for each tile of c there: go on with its sums
 */
import type { Float } from "./float.js";
import { COLUMN_BYTES, DEPTH, PANEL_BYTES, ROW_BYTES, SCRATCH_STRIPS, SCRATCH_TILE, STRIP_BYTES } from "./layout.js";
import { stripStep } from "./tiles.js";
import { add, address, call, decrease, define, during, increase, less, min, mul, repeat, set, sub, value, when } from "./wat.js";

/**
 * `$gemm_<type>(c, cStep, a, aStep, aTransposed, b, bStep, bTransposed, M, N, K, scratch)`, with
 * steps in bytes and M, N, K at least 1.
 */
export function product({ type, size }: Float): string {
  return define({
    name: `$gemm_${type}`,
    exported: `gemm_${type}`,
    parameters: ["$c", "$cStep", "$a", "$aStep", "$aTransposed", "$b", "$bStep", "$bTransposed", "$M", "$N", "$K", "$scratch"],
    locals: ["$column", "$columns", "$k0", "$k", "$row", "$rows", "$panel", "$strips"],
    body: [
      set("$strips", add("$scratch", SCRATCH_STRIPS)),
      repeat("$nextColumns", [
        set("$columns", min(sub("$N", "$column"), COLUMN_BYTES / size)),
        set("$k0", 0),
        repeat("$nextDepth", [
          set("$k", min(sub("$K", "$k0"), DEPTH)),
          call(`$strips_${type}`, "$b", "$bStep", "$bTransposed", "$k0", "$column", "$k", "$columns", "$strips"),
          set("$row", 0),
          repeat("$nextRows", [
            set("$rows", min(sub("$M", "$row"), ROW_BYTES / size)),
            call(`$panels_${type}`, "$a", "$aStep", "$aTransposed", "$row", "$k0", "$rows", "$k", "$scratch"),
            set("$panel", 0),
            repeat("$nextPanel", [
              call(`$tiles_${type}`,
                address("$c", add("$row", "$panel"), "$cStep", "$column", size), "$cStep",
                add("$scratch", mul("$panel", mul("$k", size))), "$strips",
                min(sub("$rows", "$panel"), PANEL_BYTES / size), "$columns", "$k", "$k0", add("$scratch", SCRATCH_TILE)),
              increase("$panel", PANEL_BYTES / size),
            ], less("$panel", "$rows")),
            increase("$row", "$rows"),
          ], less("$row", "$M")),
          increase("$k0", "$k"),
        ], less("$k0", "$K")),
        increase("$column", "$columns"),
      ], less("$column", "$N")),
    ],
  });
}

/** `$panels_<type>(a, aStep, aTransposed, row, k0, rows, k, to)`: packs rows of op(a), panel by panel. */
export function panels({ type, size }: Float): string {
  const height = PANEL_BYTES / size;
  return define({
    name: `$panels_${type}`,
    parameters: ["$a", "$aStep", "$aTransposed", "$row", "$k0", "$rows", "$k", "$to"],
    body: [
      when(value("$aTransposed"), [
        call(`$split_${PANEL_BYTES}`, address("$a", "$k0", "$aStep", "$row", size), "$aStep", "$k",
          pieces("$rows", height), "$to", mul("$k", PANEL_BYTES)),
      ], [
        during("$next", value("$rows"), [
          call(`$transpose_${type}`, address("$a", "$row", "$aStep", "$k0", size), "$aStep", min("$rows", height), "$k", "$to", PANEL_BYTES),
          increase("$to", mul("$k", PANEL_BYTES)),
          increase("$row", height),
          decrease("$rows", min("$rows", height)),
        ]),
      ]),
    ],
  });
}

/** `$strips_<type>(b, bStep, bTransposed, k0, column, k, columns, to)`: packs a block of op(b), strip by strip. */
export function strips({ type, size }: Float): string {
  const width = STRIP_BYTES / size;
  return define({
    name: `$strips_${type}`,
    parameters: ["$b", "$bStep", "$bTransposed", "$k0", "$column", "$k", "$columns", "$to"],
    body: [
      when(value("$bTransposed"), [
        during("$next", value("$columns"), [
          call(`$transpose_${type}`, address("$b", "$column", "$bStep", "$k0", size), "$bStep", min("$columns", width), "$k", "$to", STRIP_BYTES),
          increase("$to", stripStep("$k")),
          increase("$column", width),
          decrease("$columns", min("$columns", width)),
        ]),
      ], [
        call(`$split_${STRIP_BYTES}`, address("$b", "$k0", "$bStep", "$column", size), "$bStep", "$k",
          pieces("$columns", width), "$to", stripStep("$k")),
      ]),
    ],
  });
}

/** How many pieces of `width` hold `length`, the last one perhaps in part. */
function pieces(length: string, width: number): string {
  return `(i32.shr_u ${add(length, width - 1)} ${value(Math.log2(width))})`;
}
