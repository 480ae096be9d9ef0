/** A panel of op(a) through all strips of op(b): every tile of c in those rows. */
import type { Float } from "./float.js";
import { PANEL_BYTES, STRIP_BYTES, STRIP_GAP, TALL_COLUMNS, TILE_ROWS } from "./layout.js";
import { add, address, atMost, call, define, increase, less, min, mul, repeat, set, sub, value, when } from "./wat.js";

/** From one strip to the next, in bytes. */
export function stripStep(k: string): string {
  return add(mul(k, STRIP_BYTES), STRIP_GAP);
}

/**
 * `$tiles_<type>(c, cStep, a, b, rows, columns, k, accumulate, edge)`: tiles as wide as a strip, and
 * tall ones for the columns that are left. What does not write to c itself works in scratch memory
 * at `edge`.
 */
export function tiles(float: Float): string {
  const width = STRIP_BYTES / float.size;
  return define({
    name: `$tiles_${float.type}`,
    parameters: ["$c", "$cStep", "$a", "$b", "$rows", "$columns", "$k", "$accumulate", "$edge"],
    locals: ["$column", "$row", "$corner", "$validRows", "$validColumns"],
    body: [
      repeat("$nextColumn", [
        when(atMost(width, sub("$columns", "$column")), [
          set("$row", 0),
          repeat("$nextRow", wideTile(float), less("$row", "$rows")),
          increase("$column", width),
          increase("$b", stripStep("$k")),
        ], tallTile(float)),
      ], less("$column", "$columns")),
    ],
  });
}

/** The tile at `$row` and `$column`; where c has fewer rows, its valid part is copied. */
function wideTile({ type, size }: Float): string[] {
  const width = STRIP_BYTES / size;
  const run = (corner: string, step: string | number): string =>
    call(`$tile_${type}`, add("$a", mul("$row", size)), "$b", "$k", corner, step, "$accumulate");
  const valid = ["$validRows", width];
  const [inC, inScratch] = [["$corner", "$cStep", size], ["$edge", STRIP_BYTES, size]];
  return [
    set("$corner", address("$c", "$row", "$cStep", "$column", size)),
    set("$validRows", min(sub("$rows", "$row"), TILE_ROWS)),
    when(atMost(TILE_ROWS, "$validRows"), [run("$corner", "$cStep")], [
      when(value("$accumulate"), [call(`$cells_${type}`, ...inC, ...valid, ...inScratch)]),
      run("$edge", STRIP_BYTES),
      call(`$cells_${type}`, ...inScratch, ...valid, ...inC),
    ]),
    increase("$row", TILE_ROWS),
  ];
}

/** All rows of the next columns, in scratch memory column by column. */
function tallTile({ type, size }: Float): string[] {
  const valid = ["$rows", "$validColumns"];
  const [inC, inScratch] = [["$corner", "$cStep", size], ["$edge", size, PANEL_BYTES]];
  return [
    set("$corner", add("$c", mul("$column", size))),
    set("$validColumns", min(sub("$columns", "$column"), TALL_COLUMNS)),
    when(value("$accumulate"), [call(`$cells_${type}`, ...inC, ...valid, ...inScratch)]),
    call(`$tallTile_${type}`, "$a", "$b", "$k", "$edge", "$accumulate"),
    call(`$cells_${type}`, ...inScratch, ...valid, ...inC),
    increase("$column", TALL_COLUMNS),
    increase("$b", TALL_COLUMNS * size),
  ];
}

/**
 * `$cells_<type>(from, fromRow, fromColumn, rows, columns, to, toRow, toColumn)`: a part of a tile, value
 * by value, with the bytes from one row and one column to the next.
 */
export function cells({ type }: Float): string {
  const at = (base: string, step: string): string => add(base, mul("$i", step));
  return define({
    name: `$cells_${type}`,
    parameters: ["$from", "$fromRow", "$fromColumn", "$rows", "$columns", "$to", "$toRow", "$toColumn"],
    locals: ["$i"],
    body: [
      repeat("$row", [
        set("$i", 0),
        repeat("$next", [
          `(${type}.store ${at("$to", "$toColumn")} (${type}.load ${at("$from", "$fromColumn")}))`,
          increase("$i", 1),
        ], less("$i", "$columns")),
        increase("$from", "$fromRow"),
        increase("$to", "$toRow"),
        set("$rows", sub("$rows", 1)),
      ], value("$rows")),
    ],
  });
}
