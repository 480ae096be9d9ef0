/** Numbers as Python prints them: `%.6e`, `%.6f` and `repr`, to the last digit. */
import { checkNumber, checkWhole } from "../arguments/check.js";

/**
 * A number with one digit before the point and an exponent of two digits or more, as Python's
 * `'%.{digits}e' % x` prints it.
 *
 * @param x any number
 * @param digits decimals after the point, 0..100
 * @throws {TypeError} if x is not a number
 * @throws {RangeError} if digits is out of range or not whole
 * @example formatExponent(1.83e-8, 2) // "1.83e-08", where toExponential gives "1.83e-8"
 */
export function formatExponent(x: number, digits: number): string {
  checkNumber("formatExponent", "x", x);
  checkWhole("formatExponent", "digits", digits, 0, 100);
  return signedText(x, (magnitude) => {
    const [mantissa, exponent] = mantissaAndExponent(magnitude, digits);
    return mantissa + exponentText(exponent, 2);
  });
}

/** The parts of a finite x of 0 or more, such as `1.83` and -8. */
export function mantissaAndExponent(x: number, digits: number): [mantissa: string, exponent: number] {
  // With 40 decimals no double rounds up to a power of ten: this is the exponent of x itself.
  const exponent = Number(x.toExponential(40).split("e")[1]);
  const text = scaledInteger(x, digits - exponent).toString().padEnd(digits + 1, "0");
  const mantissa = digits === 0 ? text[0] : `${text[0]}.${text.slice(1, digits + 1)}`;
  // One digit more means that 9.99 has become 10.0.
  return [mantissa, exponent + text.length - (digits + 1)];
}

/** e.g. `e-08`. */
export function exponentText(exponent: number, digits: number): string {
  return `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(digits, "0")}`;
}

/**
 * What Python's number formats share: `nan`, `inf`, and a sign that -0 has too.
 *
 * @param magnitude the text of a finite number of 0 or more
 */
export function signedText(x: number, magnitude: (x: number) => string): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  return sign + (Math.abs(x) === Infinity ? "inf" : magnitude(Math.abs(x)));
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * |x|·10^places as a whole number, from the exact binary value of x, ties to even: what Python's
 * `%f` and `%e` print, where JavaScript's `toFixed` and `toExponential` round ties up.
 *
 * @param x any finite number
 * @param places how many decimal digits after the point to keep; negative for tens, hundreds, ...
 */
export function scaledInteger(x: number, places: number): bigint {
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = Math.max(biased, 1) - 1075;

  const numerator = (mantissa * 10n ** BigInt(Math.max(places, 0))) << BigInt(Math.max(exponent, 0));
  const denominator = 10n ** BigInt(Math.max(-places, 0)) << BigInt(Math.max(-exponent, 0));
  const quotient = numerator / denominator;
  const twiceRest = 2n * (numerator % denominator);
  const up = twiceRest > denominator || (twiceRest === denominator && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/**
 * A number with a fixed count of decimals, as Python's `'%.{digits}f' % x` prints it: exact ties go
 * to the even digit, large numbers get no exponent, and NaN and infinity read `nan` and `inf`.
 *
 * @param x any number
 * @param digits decimals after the point, 0..100
 * @throws {TypeError} if x is not a number
 * @throws {RangeError} if digits is out of range or not whole
 * @example formatFixed(0.0078125, 6) // "0.007812", where toFixed gives "0.007813"
 */
export function formatFixed(x: number, digits: number): string {
  checkNumber("formatFixed", "x", x);
  checkWhole("formatFixed", "digits", digits, 0, 100);
  return signedText(x, (magnitude) => fixedText(magnitude, digits));
}

/** The same for a finite x of 0 or more. */
export function fixedText(x: number, digits: number): string {
  const text = scaledInteger(x, digits).toString().padStart(digits + 1, "0");
  const point = text.length - digits;
  return digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
}

/**
 * A float as Python's `repr` prints it: the fewest digits that read back as the same number, with
 * an exponent below 1e-4 and from 1e16.
 *
 * @param x any number
 * @param precision "float32" for the digits that a float32 needs (x must be one)
 * @throws {TypeError} if x is not a number
 * @example formatRepr(1) // "1.0"
 * @example formatRepr(0.00001) // "1e-05"
 */
export function formatRepr(x: number, precision: "float64" | "float32" = "float64"): string {
  checkNumber("formatRepr", "x", x);
  return signedText(x, (magnitude) => {
    const { digits, exponent } = shortestDecimal(magnitude, precision);
    if ((magnitude < 1e-4 && magnitude > 0) || magnitude >= 1e16) {
      const rest = digits.slice(1);
      return digits[0] + (rest && `.${rest}`) + exponentText(exponent, 2);
    }
    const whole = digits.slice(0, Math.max(0, exponent + 1)).padEnd(exponent + 1, "0");
    const fraction = "0".repeat(Math.max(0, -exponent - 1)) + digits.slice(Math.max(0, exponent + 1));
    return `${whole || "0"}.${fraction || "0"}`;
  });
}

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
