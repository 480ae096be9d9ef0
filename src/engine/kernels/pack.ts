/** Copies of a block of a matrix into scratch memory, with rows that lie close and aligned. */
import type { Float } from "./float.js";

/**
 * `$copy(from, fromStep, rows, bytes, to, toStep)`: a block as it is. Whole vectors are copied,
 * so up to 15 bytes after each row are read and written: every array is followed by room for that.
 */
export function copy(): string {
  return `
  (func $copy (param $from i32) (param $fromStep i32) (param $rows i32) (param $bytes i32) (param $to i32) (param $toStep i32)
    (local $at i32)
    (loop $row
      (local.set $at (i32.const 0))
      (loop $next
        (v128.store (i32.add (local.get $to) (local.get $at))
          (v128.load (i32.add (local.get $from) (local.get $at))))
        (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
      (local.set $from (i32.add (local.get $from) (local.get $fromStep)))
      (local.set $to (i32.add (local.get $to) (local.get $toStep)))
      (br_if $row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))`;
}

/** `$transpose_<type>(from, fromStep, rows, columns, to, toStep)`: a block with rows and columns exchanged. */
export function transpose({ type, size }: Float): string {
  return `
  (func $transpose_${type} (param $from i32) (param $fromStep i32) (param $rows i32) (param $columns i32) (param $to i32) (param $toStep i32)
    (local $source i32) (local $target i32) (local $left i32)
    (loop $row
      (local.set $source (local.get $from))
      (local.set $target (local.get $to))
      (local.set $left (local.get $columns))
      (loop $next
        (${type}.store (local.get $target) (${type}.load (local.get $source)))
        (local.set $source (i32.add (local.get $source) (i32.const ${size})))
        (local.set $target (i32.add (local.get $target) (local.get $toStep)))
        (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $from (i32.add (local.get $from) (local.get $fromStep)))
      (local.set $to (i32.add (local.get $to) (i32.const ${size})))
      (br_if $row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))`;
}
