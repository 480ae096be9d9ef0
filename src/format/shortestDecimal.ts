import { mantissaAndExponent } from "./formatExponent.js";

/** The decimal d.ddd · 10^exponent, without the point and without zeros at the end. */
export interface Decimal {
  digits: string;
  exponent: number;
}

/**
 * The fewest digits that read back as the same number. (Of all float32 numbers only 2^-96, 2^87
 * and 2^90 get one digit more than in NumPy: the gap below a power of two is half of that above,
 * and there just the farther of two decimals reads back.)
 *
 * @param x a finite number of 0 or more
 * @param precision whether to read back as a double or as a float32, which x must then be
 */
export function shortestDecimal(x: number, precision: "float64" | "float32"): Decimal {
  if (precision === "float64") {
    const [mantissa, exponent] = x.toExponential().split("e");
    return { digits: mantissa!.replace(".", ""), exponent: Number(exponent) };
  }
  let decimals = 0;
  while (Math.fround(Number(x.toExponential(decimals))) !== x) decimals++;
  const [mantissa, exponent] = mantissaAndExponent(x, decimals);
  return { digits: mantissa.replace(".", ""), exponent };
}
