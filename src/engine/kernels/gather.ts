/** Rows of bytes (pixels) made float rows, less the mean row: eight pixels at a time. */
import type { Float } from "./float.js";

/**
 * `$gather_<type>(rows, count, length, mean, out)`: `rows` holds the addresses of `count` rows of
 * `length` bytes, `mean` is the address of one row of floats, `out` of `count` of them.
 */
export function gather(float: Float): string {
  const { type, vector, size } = float;
  return `
  (func (export "gather_${type}") (param $rows i32) (param $count i32) (param $length i32) (param $mean i32) (param $out i32)
    (local $from i32) (local $left i32) (local $at i32) (local $words v128) (local $pixels v128)
    (loop $row
      (local.set $from (i32.load (local.get $rows)))
      (local.set $at (local.get $mean))
      (local.set $left (local.get $length))
      (block $tail (loop $eight
        (br_if $tail (i32.lt_u (local.get $left) (i32.const 8)))
        (local.set $words (v128.load8x8_u (local.get $from)))${eightPixels(float)}
        (local.set $from (i32.add (local.get $from) (i32.const 8)))
        (local.set $at (i32.add (local.get $at) (i32.const ${8 * size})))
        (local.set $out (i32.add (local.get $out) (i32.const ${8 * size})))
        (local.set $left (i32.sub (local.get $left) (i32.const 8)))
        (br $eight)))
      (block $done (loop $one
        (br_if $done (i32.eqz (local.get $left)))
        (${type}.store (local.get $out)
          (${type}.sub (${type}.convert_i32_u (i32.load8_u (local.get $from))) (${type}.load (local.get $at))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (local.set $at (i32.add (local.get $at) (i32.const ${size})))
        (local.set $out (i32.add (local.get $out) (i32.const ${size})))
        (local.set $left (i32.sub (local.get $left) (i32.const 1)))
        (br $one)))
      (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
      (br_if $row (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))`;

  function eightPixels({ lanes }: Float): string {
    return ["low", "high"].map((half, h) => `
        (local.set $pixels (i32x4.extend_${half}_i16x8_u (local.get $words)))` +
      (lanes === 4
        ? difference(`(f32x4.convert_i32x4_s (local.get $pixels))`, 16 * h)
        : difference(`(f64x2.convert_low_i32x4_s (local.get $pixels))`, 32 * h) +
          difference(`(f64x2.convert_low_i32x4_s ${UPPER_HALF})`, 32 * h + 16))).join("");
  }

  function difference(pixels: string, offset: number): string {
    return `
        (v128.store offset=${offset} (local.get $out)
          (${vector}.sub ${pixels} (v128.load offset=${offset} (local.get $at))))`;
  }
}

const UPPER_HALF = `(i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $pixels) (local.get $pixels))`;
