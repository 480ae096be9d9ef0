/**
 * The matrix product around the tile: cuts c = op(a)·op(b) into blocks that stay in the caches.
 *
 *   for each block of columns of b, and in it for each block of k
 *     pack the block of b in strips as wide as a tile
 *     for some rows of op(a) at a time, packed in panels of a cache line
 *       for each panel, for each strip, for each tile of c there: go on with its sums
 */
import type { Float } from "./float.js";
import { COLUMN_BYTES, DEPTH, PANEL_BYTES, ROW_BYTES, SCRATCH_STRIPS, SCRATCH_TILE, STRIP_BYTES, STRIP_GAP, TILE_ROWS, TILE_STRIDE } from "./layout.js";
import { add, and, atMost, call, choose, decrease, define, during, increase, less, min, mul, repeat, set, sub, value, when } from "./wat.js";

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

/** From one strip to the next, in bytes. */
function stripStep(k: string): string {
  return add(mul(k, STRIP_BYTES), STRIP_GAP);
}

/** How many pieces of `width` hold `length`, the last one perhaps in part. */
function pieces(length: string, width: number): string {
  return `(i32.shr_u ${add(length, width - 1)} ${value(Math.log2(width))})`;
}

/**
 * `$tiles_<type>(c, cStep, a, b, rows, columns, k, accumulate, edge)`: a panel of rows of a
 * through the strips of b. A tile that reaches over the edge of c is computed whole in scratch memory
 * at `edge`, and its valid part copied.
 */
export function tiles({ type, size, lanes }: Float): string {
  const whole = and(atMost(TILE_ROWS, sub("$rows", "$row")), atMost("$width", sub("$columns", "$column")));
  return define({
    name: `$tiles_${type}`,
    parameters: ["$c", "$cStep", "$a", "$b", "$rows", "$columns", "$k", "$accumulate", "$edge"],
    locals: ["$column", "$width", "$row", "$corner", "$validRows", "$validColumns"],
    body: [
      repeat("$nextColumn", [
        set("$width", choose(less(lanes, sub("$columns", "$column")), 2 * lanes, lanes)),
        set("$row", 0),
        repeat("$nextRow", [
          set("$corner", address("$c", "$row", "$cStep", "$column", size)),
          when(whole, [tileAt("$corner", "$cStep")], [
            set("$validRows", min(sub("$rows", "$row"), TILE_ROWS)),
            set("$validColumns", min(sub("$columns", "$column"), "$width")),
            when(value("$accumulate"), [
              call(`$cells_${type}`, "$corner", "$cStep", "$validRows", "$validColumns", "$edge", TILE_STRIDE),
            ]),
            tileAt("$edge", TILE_STRIDE),
            call(`$cells_${type}`, "$edge", TILE_STRIDE, "$validRows", "$validColumns", "$corner", "$cStep"),
          ]),
          increase("$row", TILE_ROWS),
        ], less("$row", "$rows")),
        increase("$column", "$width"),
        increase("$b", stripStep("$k")),
      ], less("$column", "$columns")),
    ],
  });

  function tileAt(corner: string, step: string | number): string {
    const run = (vectors: number): string =>
      call(`$tile_${type}_${vectors}`, add("$a", mul("$row", size)), "$b", "$k", corner, step, "$accumulate");
    return when(less(lanes, "$width"), [run(2)], [run(1)]);
  }
}

/** `$cells_<type>(from, fromStep, rows, columns, to, toStep)`: a part of a tile, value by value. */
export function cells({ type, size }: Float): string {
  const [source, target] = [add("$from", mul("$i", size)), add("$to", mul("$i", size))];
  return define({
    name: `$cells_${type}`,
    parameters: ["$from", "$fromStep", "$rows", "$columns", "$to", "$toStep"],
    locals: ["$i"],
    body: [
      repeat("$row", [
        set("$i", 0),
        repeat("$next", [
          `(${type}.store ${target} (${type}.load ${source}))`,
          increase("$i", 1),
        ], less("$i", "$columns")),
        increase("$from", "$fromStep"),
        increase("$to", "$toStep"),
        decrease("$rows", 1),
      ], value("$rows")),
    ],
  });
}

/** The address of a value of a matrix whose rows are `step` bytes apart. */
function address(base: string, row: string, step: string, column: string, size: number): string {
  return add(base, mul(row, step), mul(column, size));
}
