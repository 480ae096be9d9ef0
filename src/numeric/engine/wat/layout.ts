/** Sizes that the routines and their callers agree on; those in bytes hold for both float types. */

/** Rows of a tile of c as wide as a strip: what a step of k loads single values of a for. */
export const TILE_ROWS = 4;
/** Columns of a tile of c as tall as a panel: what a step of k loads single values of b for. */
export const TALL_COLUMNS = 2;
/** Values of k in a block. */
export const DEPTH = 256;
/** Columns of b in a block. */
export const COLUMN_BYTES = 1024;

/** Rows of op(a) that are packed at a time, as columns of a transposed a: 32 of float64. */
export const ROW_BYTES = 256;

/** A packed panel of op(a) holds, for each k, a cache line of its rows: 8 of float64 or 16 of float32. */
export const PANEL_BYTES = 64;
/** A packed strip of op(b) holds, for each k, the columns of a tile: two vectors. */
export const STRIP_BYTES = 32;
/** Between strips: a cache line, as those at the same place of a page displace each other from the cache. */
export const STRIP_GAP = 64;
/** Packing works on whole vectors of a row, and so writes up to three rows more. */
const SPARE_ROWS = 4;

/** Scratch memory of a thread: panels of a, the strips of a block of b, and a tile at the edge of c. */
export const SCRATCH_STRIPS = DEPTH * ROW_BYTES + SPARE_ROWS * PANEL_BYTES;
export const SCRATCH_TILE = SCRATCH_STRIPS + (COLUMN_BYTES / STRIP_BYTES) * (DEPTH * STRIP_BYTES + STRIP_GAP) + SPARE_ROWS * STRIP_BYTES;
export const SCRATCH_BYTES = SCRATCH_TILE + Math.max(TILE_ROWS * STRIP_BYTES, TALL_COLUMNS * PANEL_BYTES);

/** Sums that a dot product keeps side by side: term i goes to sum i mod DOT_SUMS. */
export const DOT_SUMS = 8;
