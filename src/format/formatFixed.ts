import { checkWhole } from "../arguments/checkWhole.js";
import { scaledInteger } from "./scaledInteger.js";
import { signedText } from "./signedText.js";

/**
 * A number with a fixed count of decimals, as Python's `'%.{digits}f' % x` prints it: exact ties go
 * to the even digit, large numbers get no exponent, and NaN and infinity read `nan` and `inf`.
 *
 * @param x any number
 * @param digits decimals after the point, 0..100
 * @throws {RangeError} if digits is out of range or not whole
 * @example formatFixed(0.0078125, 6) // "0.007812", where toFixed gives "0.007813"
 */
export function formatFixed(x: number, digits: number): string {
  checkWhole("formatFixed", "digits", digits, 0, 100);
  return signedText(x, (magnitude) => fixedText(magnitude, digits));
}

/** The same for a finite x of 0 or more. */
export function fixedText(x: number, digits: number): string {
  const text = scaledInteger(x, digits).toString().padStart(digits + 1, "0");
  const point = text.length - digits;
  return digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
}
