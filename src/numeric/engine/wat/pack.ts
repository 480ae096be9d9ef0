/**
 * Packing: copies of a block of a matrix, close together, as the tile reads them.
 *
 * Both work on whole vectors, and so read up to 63 bytes beyond a row and write as much beyond its
 * copy: every array is followed by room for that.
 */
import type { Float } from "./float.js";
import { add, decrease, define, during, increase, loadVector, min, mul, repeat, set, storeVector, sub, value } from "./wat.js";

/**
 * `$split_<bytes>(from, fromStep, rows, pieces, to, pieceStep)`: cuts each row into pieces of so many
 * bytes; the first pieces of all rows lie one behind the other at `to`, the second ones `pieceStep`
 * further, and so on. Rows are read from end to end, which the processor foresees.
 */
export function split(bytes: number): string {
  const vectors = [...Array(bytes / 16).keys()].map((i) => 16 * i);
  return define({
    name: `$split_${bytes}`,
    parameters: ["$from", "$fromStep", "$rows", "$pieces", "$to", "$pieceStep"],
    locals: ["$source", "$target", "$left"],
    body: [
      repeat("$row", [
        set("$source", "$from"),
        set("$target", "$to"),
        set("$left", "$pieces"),
        repeat("$next", [
          ...vectors.map((offset) => storeVector("$target", loadVector("$source", offset), offset)),
          increase("$source", bytes),
          increase("$target", "$pieceStep"),
          decrease("$left", 1),
        ], value("$left")),
        increase("$from", "$fromStep"),
        increase("$to", bytes),
        decrease("$rows", 1),
      ], value("$rows")),
    ],
  });
}

/**
 * `$transpose_<type>(from, fromStep, rows, columns, to, toStep)`: a block of `rows` by `columns`
 * becomes one of `columns` by `rows`, in tiles of four rows by the columns of a vector. A tile that
 * has fewer rows reads its last one again.
 */
export function transpose(float: Float): string {
  const { type, lanes, size } = float;
  const rows = [0, 1, 2, 3];
  const columns = lanes === 2 ? TWO_COLUMNS : FOUR_COLUMNS;
  return define({
    name: `$transpose_${type}`,
    parameters: ["$from", "$fromStep", "$rows", "$columns", "$to", "$toStep"],
    locals: ["$left", "$target", ...rows.flatMap((r) => [`$from${r}`, `$row${r} v128`, `$half${r} v128`])],
    body: [
      during("$tile", value("$rows"), [
        ...rows.map((r) => set(`$from${r}`, add("$from", mul("$fromStep", min(r, sub("$rows", 1)))))),
        set("$target", "$to"),
        set("$left", "$columns"),
        during("$next", value("$left"), [
          ...rows.map((r) => set(`$row${r}`, loadVector(`$from${r}`))),
          ...columns.halves,
          ...columns.columns.flatMap((vectors) => [
            ...vectors.map((vector, i) => storeVector("$target", vector, 16 * i)),
            increase("$target", "$toStep"),
          ]),
          ...rows.map((r) => increase(`$from${r}`, 16)),
          decrease("$left", min("$left", lanes)),
        ]),
        increase("$from", mul("$fromStep", rows.length)),
        increase("$to", rows.length * size),
        decrease("$rows", min("$rows", rows.length)),
      ]),
    ],
  });
}

/** Takes 8 bytes of each of two vectors: the lower (0) or the upper (8) ones. */
function pair(left: string, leftByte: number, right: string, rightByte: number): string {
  const bytes = [...Array(8).keys()];
  const order = [...bytes.map((i) => leftByte + i), ...bytes.map((i) => 16 + rightByte + i)];
  return `(i8x16.shuffle ${order.join(" ")} ${value(left)} ${value(right)})`;
}

/** Takes 4-byte values alternately of two vectors: of their lower (0) or upper (8) halves. */
function interleave(left: string, right: string, start: number): string {
  const order = [start, 16 + start, start + 4, 20 + start].flatMap((byte) => [0, 1, 2, 3].map((i) => byte + i));
  return `(i8x16.shuffle ${order.join(" ")} ${value(left)} ${value(right)})`;
}

/** A tile of rows `$row0`.. with its columns made vectors: of float64 two for each, of float32 one. */
const TWO_COLUMNS = {
  halves: [],
  columns: [
    [pair("$row0", 0, "$row1", 0), pair("$row2", 0, "$row3", 0)],
    [pair("$row0", 8, "$row1", 8), pair("$row2", 8, "$row3", 8)],
  ],
};
const FOUR_COLUMNS = {
  halves: [
    set("$half0", interleave("$row0", "$row1", 0)),
    set("$half1", interleave("$row0", "$row1", 8)),
    set("$half2", interleave("$row2", "$row3", 0)),
    set("$half3", interleave("$row2", "$row3", 8)),
  ],
  columns: [
    [pair("$half0", 0, "$half2", 0)],
    [pair("$half0", 8, "$half2", 8)],
    [pair("$half1", 0, "$half3", 0)],
    [pair("$half1", 8, "$half3", 8)],
  ],
};
