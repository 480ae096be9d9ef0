/**
 * The innermost kernel of the matrix product: a tile of c, four rows by one or two vectors, kept
 * in registers while k runs.
 *
 * One step of k loads two vectors of b and four single values of a, and does eight multiplications
 * and eight additions. The loop is not unrolled: V8 would move all loads to the front and run
 * out of registers. Each value of c is summed over k in order with separate multiply and add, so
 * it has the same bits whatever the tile, the block or the thread that computes it.
 */
import type { Float } from "./float.js";
import { BLOCK_STRIDE, TILE_ROWS } from "./layout.js";

/** How the four values of a lie for one k: in four rows of a block, or side by side in one row. */
export type Access = "rows" | "columns";

/**
 * The text of `$tile_<type>_<access>_<vectors>(a, aStep, b, bStep, k, c, cStep, accumulate)`.
 * Steps are in bytes; k is at least 1. With `accumulate` the sums go on from what c holds.
 */
export function tile(float: Float, access: Access, vectors: 1 | 2): string {
  const cells = tileCells(vectors);
  const aOffset = access === "rows" ? BLOCK_STRIDE : float.size;
  return `
  (func $tile_${float.type}_${access}_${vectors}
    (param $a i32) (param $aStep i32) (param $b i32) (param $bStep i32) (param $k i32)
    (param $c i32) (param $cStep i32) (param $accumulate i32)
    (local $value v128) (local $b0 v128) (local $b1 v128) (local $row i32)
    ${cells.map(({ name }) => `(local ${name} v128)`).join(" ")}
    (if (local.get $accumulate) (then${eachRow(cells, ({ name, offset }) =>
      `(local.set ${name} (v128.load offset=${offset} (local.get $row)))`)}
    ))
    (loop $next${Array.from({ length: vectors }, (_, v) => `
      (local.set $b${v} (v128.load offset=${16 * v} (local.get $b)))`).join("")}${rows().map((r) => `
      (local.set $value (${float.splat} offset=${r * aOffset} (local.get $a)))${cells.filter((cell) => cell.row === r).map(({ name, vector }) => `
      (local.set ${name} (${float.vector}.add (local.get ${name})
        (${float.vector}.mul (local.get $value) (local.get $b${vector}))))`).join("")}`).join("")}
      (local.set $a (i32.add (local.get $a) (local.get $aStep)))
      (local.set $b (i32.add (local.get $b) (local.get $bStep)))
      (br_if $next (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))${eachRow(cells, ({ name, offset }) =>
      `(v128.store offset=${offset} (local.get $row) (local.get ${name}))`)})`;
}

interface Cell {
  readonly name: string;
  readonly row: number;
  readonly vector: number;
  /** Bytes from the start of the tile's row in c. */
  readonly offset: number;
}

function tileCells(vectors: number): Cell[] {
  return rows().flatMap((row) =>
    Array.from({ length: vectors }, (_, vector) => ({ name: `$c${row}${vector}`, row, vector, offset: 16 * vector })),
  );
}

function rows(): number[] {
  return Array.from({ length: TILE_ROWS }, (_, row) => row);
}

/** One instruction for each cell, with `$row` at the start of the cell's row of c. */
function eachRow(cells: Cell[], instruction: (cell: Cell) => string): string {
  return rows().map((row) => `
      (local.set $row ${row === 0 ? "(local.get $c)" : "(i32.add (local.get $row) (local.get $cStep))"})${cells
        .filter((cell) => cell.row === row).map((cell) => `
      ${instruction(cell)}`).join("")}`).join("");
}
