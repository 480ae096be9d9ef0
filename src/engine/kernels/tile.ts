/**
 * The innermost kernel of the matrix product: a tile of c, four rows by one or two vectors, kept
 * in registers while k runs.
 *
 * One step of k loads two vectors of b and four single values of a, and does eight multiplications
 * and eight additions. The loop is not unrolled: V8 would move all loads to the front and run
 * out of registers. Each value of c is summed over k in order, so it has the same bits whatever
 * the tile, the block or the thread that computes it.
 */
import type { Float } from "./float.js";
import { PANEL_BYTES, STRIP_BYTES, TILE_ROWS } from "./layout.js";
import { add, decrease, define, increase, loadVector, repeat, set, storeVector, value, when } from "./wat.js";

export interface Arithmetic {
  /** Multiplies and adds in one instruction, rounded once, where the processor has it (relaxed SIMD). */
  readonly fused: boolean;
}

/**
 * `$tile_<type>_<vectors>(a, b, k, c, cStep, accumulate)`: a points into a packed panel, b at a
 * packed strip, k is at least 1. With `accumulate` the sums go on from what c holds.
 */
export function tile(float: Float, vectors: 1 | 2, { fused }: Arithmetic): string {
  const { type, vector, size, splat } = float;
  const cells = [...Array(TILE_ROWS).keys()].map((row) =>
    [...Array(vectors).keys()].map((column) => ({ name: `$c${row}${column}`, column })),
  );
  return define({
    name: `$tile_${type}_${vectors}`,
    parameters: ["$a", "$b", "$k", "$c", "$cStep", "$accumulate"],
    locals: ["$row", "$a0 v128", "$b0 v128", "$b1 v128", ...cells.flat().map(({ name }) => `${name} v128`)],
    body: [
      when(value("$accumulate"), eachRow(({ name, column }) => set(name, loadVector("$row", 16 * column)))),
      repeat("$next", [
        ...cells[0]!.map(({ column }) => set(`$b${column}`, loadVector("$b", 16 * column))),
        ...cells.flatMap((row, r) => [
          set("$a0", `(${splat} offset=${r * size} ${value("$a")})`),
          ...row.map(({ name, column }) =>
            set(name, multiplyAdd(value("$a0"), value(`$b${column}`), value(name))),
          ),
        ]),
        increase("$a", PANEL_BYTES),
        increase("$b", STRIP_BYTES),
        decrease("$k", 1),
      ], value("$k")),
      ...eachRow(({ name, column }) => storeVector("$row", name, 16 * column)),
    ],
  });

  function multiplyAdd(a: string, b: string, sum: string): string {
    return fused ? `(${vector}.relaxed_madd ${a} ${b} ${sum})` : `(${vector}.add ${sum} (${vector}.mul ${a} ${b}))`;
  }

  /** An instruction for each cell, with `$row` at the start of its row of c. */
  function eachRow(instruction: (cell: { name: string; column: number }) => string): string[] {
    return cells.flatMap((row, r) => [set("$row", r === 0 ? "$c" : add("$row", "$cStep")), ...row.map(instruction)]);
  }
}
