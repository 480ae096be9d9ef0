/** How work is shared out among threads. */
import { TILE_ROWS } from "./wat/layout.js";

/** Multiply-adds that are worth another thread: about 20 us of them. */
const WORTHWHILE = 150_000;
/** Columns are shared out in whole tiles of either float type. */
const TILE_COLUMNS = 8;

/** A product as the routine takes it: addresses, and bytes from one row to the next. */
export interface PlacedProduct {
  readonly c: number;
  readonly a: number;
  readonly b: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly M: number;
  readonly N: number;
  readonly K: number;
  /** Bytes of a value. */
  readonly size: number;
}

/** A range, from `start` to before `end`. */
export type Range = readonly [start: number, end: number];

/** Cuts `length` into at most `parts` ranges of whole units, as even as that allows. */
export function ranges(length: number, parts: number, unit: number): Range[] {
  const units = Math.ceil(length / unit);
  const count = Math.max(1, Math.min(parts, units));
  const cut = (i: number): number => Math.min(length, Math.round((i * units) / count) * unit);
  return Array.from({ length: count }, (_, i): Range => [cut(i), cut(i + 1)]);
}

/**
 * The arguments of the product's routine for each thread: shares of the rows of c, or of its
 * columns where it has few rows. k is never cut, so no sum depends on the number of shares.
 *
 * @param scratch one address for each thread
 */
export function productShares(product: PlacedProduct, scratch: readonly number[]): number[][] {
  const { M, N, K } = product;
  const parts = Math.min(scratch.length, Math.floor((M * N * K) / WORTHWHILE));
  if (parts <= 1) return [routineArguments(product, [0, M], [0, N], scratch[0])];
  return M >= N || M >= 2 * TILE_ROWS * parts
    ? ranges(M, parts, TILE_ROWS).map((rows, i) => routineArguments(product, rows, [0, N], scratch[i]))
    : ranges(N, parts, TILE_COLUMNS).map((columns, i) => routineArguments(product, [0, M], columns, scratch[i]));
}

function routineArguments(product: PlacedProduct, rows: Range, columns: Range, scratch: number): number[] {
  const { M, N, K, c, a, b, transposeA, transposeB, size } = product;
  const cStep = N * size;
  const aStep = (transposeA ? M : K) * size;
  const bStep = (transposeB ? K : N) * size;
  return [
    c + rows[0] * cStep + columns[0] * size,
    cStep,
    a + rows[0] * (transposeA ? size : aStep),
    aStep,
    Number(transposeA),
    b + columns[0] * (transposeB ? bStep : size),
    bStep,
    Number(transposeB),
    rows[1] - rows[0],
    columns[1] - columns[0],
    K,
    scratch,
  ];
}
