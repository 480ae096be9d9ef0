import { checkWhole } from "../arguments/checkWhole.js";
import { scaledInteger } from "./scaledInteger.js";
import { signedText } from "./signedText.js";

/**
 * A number with one digit before the point and an exponent of two digits or more, as Python's
 * `'%.{digits}e' % x` prints it.
 *
 * @param x any number
 * @param digits decimals after the point, 0..100
 * @throws {RangeError} if digits is out of range or not whole
 * @example formatExponent(1.83e-8, 2) // "1.83e-08", where toExponential gives "1.83e-8"
 */
export function formatExponent(x: number, digits: number): string {
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
  const mantissa = digits === 0 ? text[0]! : `${text[0]}.${text.slice(1, digits + 1)}`;
  // One digit more means that 9.99 has become 10.0.
  return [mantissa, exponent + text.length - (digits + 1)];
}

/** e.g. `e-08`. */
export function exponentText(exponent: number, digits: number): string {
  return `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(digits, "0")}`;
}
