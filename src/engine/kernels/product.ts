/**
 * The matrix product around the tile: cuts c = op(a)·op(b) into blocks that stay in the caches.
 *
 *   for each block of columns of b (BLOCK_BYTES wide)
 *     for each block of k
 *       b's block in place, or packed where it is transposed or its rows lie far apart
 *       for each four rows of a, packed: for each tile: c += a·b
 */
import type { Float } from "./float.js";
import { BLOCK_BYTES, BLOCK_STRIDE, COLUMN_BYTES, COLUMN_STRIDE, SCRATCH_B, SCRATCH_TILE, TILE_ROWS, TILE_STRIDE } from "./layout.js";
import type { Access } from "./tile.js";

/**
 * `$gemm_<type>(c, cStep, a, aStep, aTransposed, b, bStep, bTransposed, M, N, K, scratch)`, with
 * steps in bytes and M, N, K at least 1.
 */
export function product(float: Float): string {
  const { type, size } = float;
  const depth = BLOCK_BYTES / size;
  return `
  (func $gemm_${type} (export "gemm_${type}")
    (param $c i32) (param $cStep i32)
    (param $a i32) (param $aStep i32) (param $aTransposed i32)
    (param $b i32) (param $bStep i32) (param $bTransposed i32)
    (param $M i32) (param $N i32) (param $K i32) (param $scratch i32)
    (local $column i32) (local $columns i32) (local $k0 i32) (local $k i32)
    (local $block i32) (local $blockStep i32)
    (loop $nextColumns
      (local.set $columns ${min(`(i32.sub (local.get $N) (local.get $column))`, COLUMN_BYTES / size)})
      (local.set $k0 (i32.const 0))
      (loop $nextDepth
        (local.set $k ${min(`(i32.sub (local.get $K) (local.get $k0))`, depth)})
        (local.set $block (i32.add (local.get $scratch) (i32.const ${SCRATCH_B})))
        (local.set $blockStep (i32.const ${COLUMN_STRIDE}))
        (if (local.get $bTransposed)
          (then (call $transpose_${type}
            ${at("$b", "$column", "$bStep", "$k0", size)} (local.get $bStep) (local.get $columns) (local.get $k)
            (local.get $block) (local.get $blockStep)))
          (else (if (i32.gt_u (local.get $bStep) (i32.const ${COLUMN_BYTES}))
            (then (call $copy
              ${at("$b", "$k0", "$bStep", "$column", size)} (local.get $bStep) (local.get $k) (i32.mul (local.get $columns) (i32.const ${size}))
              (local.get $block) (local.get $blockStep)))
            (else
              (local.set $block ${at("$b", "$k0", "$bStep", "$column", size)})
              (local.set $blockStep (local.get $bStep))))))
        (if (local.get $aTransposed)
          (then (call $panels_${type}_columns
            (i32.add (local.get $c) (i32.mul (local.get $column) (i32.const ${size}))) (local.get $cStep)
            (i32.add (local.get $a) (i32.mul (local.get $k0) (local.get $aStep))) (local.get $aStep)
            (local.get $block) (local.get $blockStep)
            (local.get $M) (local.get $columns) (local.get $k) (local.get $k0) (local.get $scratch)))
          (else (call $panels_${type}_rows
            (i32.add (local.get $c) (i32.mul (local.get $column) (i32.const ${size}))) (local.get $cStep)
            (i32.add (local.get $a) (i32.mul (local.get $k0) (i32.const ${size}))) (local.get $aStep)
            (local.get $block) (local.get $blockStep)
            (local.get $M) (local.get $columns) (local.get $k) (local.get $k0) (local.get $scratch))))
        (br_if $nextDepth (i32.lt_u (local.tee $k0 (i32.add (local.get $k0) (local.get $k))) (local.get $K))))
      (br_if $nextColumns (i32.lt_u (local.tee $column (i32.add (local.get $column) (local.get $columns))) (local.get $N)))))`;
}

/** `$panels_<type>_<access>`: packs a in blocks and runs its rows, four by four, through the block of b. */
export function panels({ type, size }: Float, access: Access): string {
  const rows = access === "rows" ? TILE_ROWS : BLOCK_BYTES / size;
  const pack = access === "rows"
    ? `(call $copy (i32.add (local.get $a) (i32.mul (local.get $row) (local.get $aStep))) (local.get $aStep)
          (local.get $rows) (i32.mul (local.get $k) (i32.const ${size})) (local.get $scratch) (i32.const ${BLOCK_STRIDE}))`
    : `(call $copy (i32.add (local.get $a) (i32.mul (local.get $row) (i32.const ${size}))) (local.get $aStep)
          (local.get $k) (i32.mul (local.get $rows) (i32.const ${size})) (local.get $scratch) (i32.const ${BLOCK_STRIDE}))`;
  return `
  (func $panels_${type}_${access}
    (param $c i32) (param $cStep i32) (param $a i32) (param $aStep i32) (param $b i32) (param $bStep i32)
    (param $M i32) (param $columns i32) (param $k i32) (param $accumulate i32) (param $scratch i32)
    (local $row i32) (local $rows i32) (local $i i32)
    (loop $nextBlock
      (local.set $rows ${min(`(i32.sub (local.get $M) (local.get $row))`, rows)})
      ${pack}
      (local.set $i (i32.const 0))
      (loop $nextRows
        (call $tiles_${type}_${access}
          (i32.add (local.get $c) (i32.mul (i32.add (local.get $row) (local.get $i)) (local.get $cStep))) (local.get $cStep)
          (i32.add (local.get $scratch) (i32.mul (local.get $i) (i32.const ${size})))
          (local.get $b) (local.get $bStep)
          (i32.sub (local.get $rows) (local.get $i)) (local.get $columns) (local.get $k) (local.get $accumulate)
          (i32.add (local.get $scratch) (i32.const ${SCRATCH_TILE})))
        (br_if $nextRows (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const ${TILE_ROWS}))) (local.get $rows))))
      (br_if $nextBlock (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $rows))) (local.get $M)))))`;
}

/**
 * `$tiles_<type>_<access>`: four rows of c from left to right. A tile that reaches over the edge
 * of c is computed whole in scratch memory, and its valid part copied.
 */
export function tiles(float: Float, access: Access): string {
  const { type, size, lanes } = float;
  const aStep = access === "rows" ? size : BLOCK_STRIDE;
  const call = (vectors: number, c: string, cStep: string): string =>
    `(call $tile_${type}_${access}_${vectors} (local.get $a) (i32.const ${aStep}) (local.get $b) (local.get $bStep)
            (local.get $k) ${c} ${cStep} (local.get $accumulate))`;
  return `
  (func $tiles_${type}_${access}
    (param $c i32) (param $cStep i32) (param $a i32) (param $b i32) (param $bStep i32)
    (param $rows i32) (param $columns i32) (param $k i32) (param $accumulate i32) (param $tile i32)
    (local $width i32)
    (if (i32.gt_u (local.get $rows) (i32.const ${TILE_ROWS})) (then (local.set $rows (i32.const ${TILE_ROWS}))))
    (loop $next
      (local.set $width (select (i32.const ${2 * lanes}) (i32.const ${lanes}) (i32.gt_u (local.get $columns) (i32.const ${lanes}))))
      (if (i32.and (i32.eq (local.get $rows) (i32.const ${TILE_ROWS})) (i32.ge_u (local.get $columns) (local.get $width)))
        (then (if (i32.eq (local.get $width) (i32.const ${lanes}))
          (then ${call(1, "(local.get $c)", "(local.get $cStep)")})
          (else ${call(2, "(local.get $c)", "(local.get $cStep)")}))
          )
        (else
          (if (i32.lt_u (local.get $columns) (local.get $width)) (then (local.set $width (local.get $columns))))
          (if (local.get $accumulate) (then (call $cells_${type} (local.get $c) (local.get $cStep) (local.get $rows) (local.get $width) (local.get $tile) (i32.const ${TILE_STRIDE}))))
          (if (i32.le_u (local.get $width) (i32.const ${lanes}))
            (then ${call(1, "(local.get $tile)", `(i32.const ${TILE_STRIDE})`)})
            (else ${call(2, "(local.get $tile)", `(i32.const ${TILE_STRIDE})`)}))
          (call $cells_${type} (local.get $tile) (i32.const ${TILE_STRIDE}) (local.get $rows) (local.get $width) (local.get $c) (local.get $cStep))))
      (local.set $b (i32.add (local.get $b) (i32.mul (local.get $width) (i32.const ${size}))))
      (local.set $c (i32.add (local.get $c) (i32.mul (local.get $width) (i32.const ${size}))))
      (br_if $next (local.tee $columns (i32.sub (local.get $columns) (local.get $width))))))`;
}

/** `$cells_<type>(from, fromStep, rows, columns, to, toStep)`: a part of a tile, value by value. */
export function cells({ type, size }: Float): string {
  return `
  (func $cells_${type} (param $from i32) (param $fromStep i32) (param $rows i32) (param $columns i32) (param $to i32) (param $toStep i32)
    (local $i i32)
    (loop $row
      (local.set $i (i32.const 0))
      (loop $next
        (${type}.store (i32.add (local.get $to) (local.get $i)) (${type}.load (i32.add (local.get $from) (local.get $i))))
        (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const ${size}))) (i32.mul (local.get $columns) (i32.const ${size})))))
      (local.set $from (i32.add (local.get $from) (local.get $fromStep)))
      (local.set $to (i32.add (local.get $to) (local.get $toStep)))
      (br_if $row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))`;
}

function min(expression: string, limit: number): string {
  return `(select ${expression} (i32.const ${limit}) (i32.lt_u ${expression} (i32.const ${limit})))`;
}

/** The address of a value: row by `step` bytes and column by `size`. */
function at(base: string, row: string, step: string, column: string, size: number): string {
  return `(i32.add (local.get ${base}) (i32.add (i32.mul (local.get ${row}) (local.get ${step})) (i32.mul (local.get ${column}) (i32.const ${size}))))`;
}
