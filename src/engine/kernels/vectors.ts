/** Kernels over plain vectors: the update, and the sum of products. */
import type { Float } from "./float.js";
import { DOT_SUMS } from "./layout.js";

/**
 * `$addScaled_<type>(alpha, x, y, out, count)`: out = y + alpha·x. A multiplication, then an
 * addition, each rounded, so the bits are those of plain loops and of NumPy.
 */
export function addScaled({ type, vector, size, lanes }: Float): string {
  return `
  (func (export "addScaled_${type}") (param $alpha ${type}) (param $x i32) (param $y i32) (param $out i32) (param $count i32)
    (local $factor v128)
    (local.set $factor (${vector}.splat (local.get $alpha)))
    (block $tail (loop $vectors
      (br_if $tail (i32.lt_u (local.get $count) (i32.const ${lanes})))
      (v128.store (local.get $out)
        (${vector}.add (v128.load (local.get $y)) (${vector}.mul (local.get $factor) (v128.load (local.get $x)))))
      ${advance(["$x", "$y", "$out"], 16)}
      (local.set $count (i32.sub (local.get $count) (i32.const ${lanes})))
      (br $vectors)))
    (block $done (loop $values
      (br_if $done (i32.eqz (local.get $count)))
      (${type}.store (local.get $out)
        (${type}.add (${type}.load (local.get $y)) (${type}.mul (local.get $alpha) (${type}.load (local.get $x)))))
      ${advance(["$x", "$y", "$out"], size)}
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $values))))`;
}

/**
 * `$dot_<type>(x, y, count, sums)`: leaves DOT_SUMS partial sums in float64 at `sums`, of the
 * first `count` values, a multiple of DOT_SUMS.
 */
export function dot(float: Float): string {
  const sums = [0, 1, 2, 3].map((i) => `$sum${i}`);
  return `
  (func (export "dot_${float.type}") (param $x i32) (param $y i32) (param $count i32) (param $sums i32)
    ${sums.map((sum) => `(local ${sum} v128)`).join(" ")}
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $count)))${sums.map((sum, i) => `
      (local.set ${sum} (f64x2.add (local.get ${sum})
        (f64x2.mul ${twoDoubles(float, "$x", i)} ${twoDoubles(float, "$y", i)})))`).join("")}
      ${advance(["$x", "$y"], DOT_SUMS * float.size)}
      (local.set $count (i32.sub (local.get $count) (i32.const ${DOT_SUMS})))
      (br $next)))${sums.map((sum, i) => `
    (v128.store offset=${16 * i} (local.get $sums) (local.get ${sum}))`).join("")})`;
}

function twoDoubles({ type }: Float, base: string, pair: number): string {
  return type === "f64"
    ? `(v128.load offset=${16 * pair} (local.get ${base}))`
    : `(f64x2.promote_low_f32x4 (v128.load64_zero offset=${8 * pair} (local.get ${base})))`;
}

function advance(pointers: string[], bytes: number): string {
  return pointers.map((name) => `(local.set ${name} (i32.add (local.get ${name}) (i32.const ${bytes})))`).join(" ");
}
