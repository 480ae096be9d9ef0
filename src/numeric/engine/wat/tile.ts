/**
 * The innermost routines of the matrix product: a tile of c, kept in registers while k runs.
 *
 * One step of k loads vectors of one operand and single values of the other, six loads, and does eight
 * multiplications and eight additions. The loop is not unrolled: V8 would move all loads to the
 * front and run out of registers. Each value of c is summed over k in order, so it has the same bits
 * whatever the tile, the block or the thread that computes it.
 */
import type { Float } from "./float.js";
import { PANEL_BYTES, STRIP_BYTES, TALL_COLUMNS, TILE_ROWS } from "./layout.js";
import { add, decrease, define, increase, loadVector, repeat, set, storeVector, value, when } from "./wat.js";

export interface Arithmetic {
  /** Multiplies and adds in one instruction, rounded once, where the processor has it (relaxed SIMD). */
  readonly fused: boolean;
}

const VECTOR_BYTES = 16;

/**
 * `$tile_<type>(a, b, k, c, cStep, accumulate)`: rows of a tile, as wide as a strip. a points into a
 * packed panel, b at a packed strip, k is at least 1. With `accumulate` the sums go on from what c holds.
 */
export function tile(float: Float, arithmetic: Arithmetic): string {
  const { type, size, splat } = float;
  const sums = grid(TILE_ROWS, STRIP_BYTES / VECTOR_BYTES);
  return define({
    name: `$tile_${type}`,
    parameters: ["$a", "$b", "$k", "$c", "$cStep", "$accumulate"],
    locals: ["$row", ...locals(sums, "$b")],
    body: [
      when(value("$accumulate"), eachRow((name, column) => set(name, loadVector("$row", VECTOR_BYTES * column)))),
      repeat("$next", [
        ...sums[0].map((_, column) => set(`$b${column}`, loadVector("$b", VECTOR_BYTES * column))),
        ...sums.flatMap((row, r) => [
          set("$single", `(${splat} offset=${r * size} ${value("$a")})`),
          ...row.map((name, column) => multiplyAdd(float, arithmetic, name, `$b${column}`)),
        ]),
        ...nextStep,
      ], value("$k")),
      ...eachRow((name, column) => storeVector("$row", name, VECTOR_BYTES * column)),
    ],
  });

  /** An instruction for each vector, with `$row` at the start of its row of c. */
  function eachRow(instruction: (name: string, column: number) => string): string[] {
    return sums.flatMap((row, r) => [set("$row", r === 0 ? "$c" : add("$row", "$cStep")), ...row.map(instruction)]);
  }
}

/**
 * `$tallTile_<type>(a, b, k, c, accumulate)`: columns of a tile, as tall as a panel, for what is left at
 * the right of c. b points into a packed strip; c holds the columns one behind the other.
 */
export function tallTile(float: Float, arithmetic: Arithmetic): string {
  const { type, size, splat } = float;
  const sums = grid(TALL_COLUMNS, PANEL_BYTES / VECTOR_BYTES);
  const places = sums.flatMap((column, j) => column.map((name, i) => ({ name, at: PANEL_BYTES * j + VECTOR_BYTES * i })));
  return define({
    name: `$tallTile_${type}`,
    parameters: ["$a", "$b", "$k", "$c", "$accumulate"],
    locals: locals(sums, "$a"),
    body: [
      when(value("$accumulate"), places.map(({ name, at }) => set(name, loadVector("$c", at)))),
      repeat("$next", [
        ...sums[0].map((_, i) => set(`$a${i}`, loadVector("$a", VECTOR_BYTES * i))),
        ...sums.flatMap((column, j) => [
          set("$single", `(${splat} offset=${j * size} ${value("$b")})`),
          ...column.map((name, i) => multiplyAdd(float, arithmetic, name, `$a${i}`)),
        ]),
        ...nextStep,
      ], value("$k")),
      ...places.map(({ name, at }) => storeVector("$c", name, at)),
    ],
  });
}

const nextStep = [increase("$a", PANEL_BYTES), increase("$b", STRIP_BYTES), decrease("$k", 1)];

/** Names of the sums: a line for each single value, in it a vector for each of the other operand. */
function grid(singles: number, vectors: number): string[][] {
  return [...Array(singles).keys()].map((i) => [...Array(vectors).keys()].map((j) => `$c${i}${j}`));
}

function locals(sums: string[][], vectors: string): string[] {
  return ["$single", ...sums[0].map((_, i) => `${vectors}${i}`), ...sums.flat()].map((name) => `${name} v128`);
}

function multiplyAdd({ vector }: Float, { fused }: Arithmetic, sum: string, factor: string): string {
  const [a, b, c] = ["$single", factor, sum].map(value);
  return set(sum, fused ? `(${vector}.relaxed_madd ${a} ${b} ${c})` : `(${vector}.add ${c} (${vector}.mul ${a} ${b}))`);
}
