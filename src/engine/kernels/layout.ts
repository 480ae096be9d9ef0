/** Sizes that the kernels and their callers agree on; those in bytes hold for both float types. */

/** Rows of a tile of c: what a step of k loads single values of a for. */
export const TILE_ROWS = 4;

/**
 * A packed block of a has rows of BLOCK_BYTES, each followed by 64 bytes of room: so vectors may
 * reach beyond the data, and rows do not fall on each other in the cache.
 */
export const BLOCK_BYTES = 2048;
export const BLOCK_STRIDE = BLOCK_BYTES + 64;
/** Likewise for b, whose rows are as wide as the columns that a block takes. */
export const COLUMN_BYTES = 1024;
export const COLUMN_STRIDE = COLUMN_BYTES + 64;
/** Values of k in a block, at most: a block of float32 rows of a. */
const MAX_DEPTH = BLOCK_BYTES / 4;

/** Scratch memory of a thread: a packed block of a, one of b, and a tile at the edge of c. */
export const SCRATCH_B = MAX_DEPTH * BLOCK_STRIDE;
export const SCRATCH_TILE = SCRATCH_B + MAX_DEPTH * COLUMN_STRIDE;
export const TILE_STRIDE = 64;
export const SCRATCH_BYTES = SCRATCH_TILE + TILE_ROWS * TILE_STRIDE;

/** Sums that a dot product keeps side by side: term i goes to sum i mod DOT_SUMS. */
export const DOT_SUMS = 8;
