/** Rows of bytes (pixels) made float rows, less the mean row: eight pixels at a time. */
import type { Float } from "./float.js";
import { atMost, decrease, define, during, increase, loadVector, repeat, set, storeVector, value } from "./wat.js";

/**
 * `gather_<type>(rows, count, length, mean, out)`: `rows` holds the addresses of `count` rows of
 * `length` bytes, `mean` is the address of one row of floats, `out` of `count` of them.
 */
export function gather(float: Float): string {
  const { type, size } = float;
  const pixel = `(${type}.convert_i32_u (i32.load8_u ${value("$from")}))`;
  return define({
    name: `$gather_${type}`,
    exported: `gather_${type}`,
    parameters: ["$rows", "$count", "$length", "$mean", "$out"],
    locals: ["$from", "$left", "$mean1", "$words v128", "$pixels v128"],
    body: [
      repeat("$row", [
        set("$from", `(i32.load ${value("$rows")})`),
        set("$mean1", "$mean"),
        set("$left", "$length"),
        during("$eight", atMost(8, "$left"), [...eightPixels(float), ...advance(8)]),
        during("$one", value("$left"), [
          `(${type}.store ${value("$out")} (${type}.sub ${pixel} (${type}.load ${value("$mean1")})))`,
          ...advance(1),
        ]),
        increase("$rows", 4),
        decrease("$count", 1),
      ], value("$count")),
    ],
  });

  function advance(pixels: number): string[] {
    const bytes = pixels * size;
    return [increase("$from", pixels), increase("$mean1", bytes), increase("$out", bytes), decrease("$left", pixels)];
  }
}

function eightPixels({ vector, lanes }: Float): string[] {
  const less = (floats: string, at: number): string =>
    storeVector("$out", `(${vector}.sub ${floats} ${loadVector("$mean1", at)})`, at);
  const fourPixels = (at: number): string[] =>
    lanes === 4
      ? [less(`(f32x4.convert_i32x4_s ${value("$pixels")})`, at)]
      : [less(`(f64x2.convert_low_i32x4_s ${value("$pixels")})`, 2 * at), less(`(f64x2.convert_low_i32x4_s ${UPPER_HALF})`, 2 * at + 16)];
  return [
    set("$words", `(v128.load8x8_u ${value("$from")})`),
    set("$pixels", `(i32x4.extend_low_i16x8_u ${value("$words")})`),
    ...fourPixels(0),
    set("$pixels", `(i32x4.extend_high_i16x8_u ${value("$words")})`),
    ...fourPixels(16),
  ];
}

const UPPER_HALF = `(i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 ${value("$pixels")} ${value("$pixels")})`;
