/** Routines over plain vectors: the update, and the sum of products. */
import type { Float } from "./float.js";
import { DOT_SUMS } from "./layout.js";
import { atMost, decrease, define, during, increase, loadVector, set, storeVector, value } from "./wat.js";

/**
 * `addScaled_<type>(alpha, x, y, out, count)`: out = y + alpha·x. A multiplication, then an
 * addition, each rounded, so the bits are those of plain loops and of NumPy.
 */
export function addScaled({ type, vector, size, lanes }: Float): string {
  const sum = (kind: string, alpha: string, x: string, y: string): string => `(${kind}.add ${y} (${kind}.mul ${alpha} ${x}))`;
  const load = (address: string): string => `(${type}.load ${value(address)})`;
  return define({
    name: `$addScaled_${type}`,
    exported: `addScaled_${type}`,
    parameters: [`$alpha ${type}`, "$x", "$y", "$out", "$count"],
    locals: ["$factor v128"],
    body: [
      set("$factor", `(${vector}.splat ${value("$alpha")})`),
      during("$vectors", atMost(lanes, "$count"), [
        storeVector("$out", sum(vector, value("$factor"), loadVector("$x"), loadVector("$y"))),
        ...advance(["$x", "$y", "$out"], 16),
        decrease("$count", lanes),
      ]),
      during("$values", value("$count"), [
        `(${type}.store ${value("$out")} ${sum(type, value("$alpha"), load("$x"), load("$y"))})`,
        ...advance(["$x", "$y", "$out"], size),
        decrease("$count", 1),
      ]),
    ],
  });
}

/**
 * `dot_<type>(x, y, count, sums)`: leaves DOT_SUMS partial sums in float64 at `sums`, of the
 * first `count` values, a multiple of DOT_SUMS.
 */
export function dot(float: Float): string {
  const sums = [...Array(DOT_SUMS / 2).keys()].map((pair) => ({ name: `$sum${pair}`, pair }));
  return define({
    name: `$dot_${float.type}`,
    exported: `dot_${float.type}`,
    parameters: ["$x", "$y", "$count", "$sums"],
    locals: sums.map(({ name }) => `${name} v128`),
    body: [
      during("$next", value("$count"), [
        ...sums.map(({ name, pair }) =>
          set(name, `(f64x2.add ${value(name)} (f64x2.mul ${twoDoubles(float, "$x", pair)} ${twoDoubles(float, "$y", pair)}))`),
        ),
        ...advance(["$x", "$y"], DOT_SUMS * float.size),
        decrease("$count", DOT_SUMS),
      ]),
      ...sums.map(({ name, pair }) => storeVector("$sums", name, 16 * pair)),
    ],
  });
}

function twoDoubles({ type }: Float, base: string, pair: number): string {
  return type === "f64"
    ? loadVector(base, 16 * pair)
    : `(f64x2.promote_low_f32x4 (v128.load64_zero offset=${8 * pair} ${value(base)}))`;
}

function advance(pointers: string[], bytes: number): string[] {
  return pointers.map((pointer) => increase(pointer, bytes));
}
