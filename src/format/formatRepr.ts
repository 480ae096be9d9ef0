import { exponentText } from "./formatExponent.js";
import { shortestDecimal } from "./shortestDecimal.js";
import { signedText } from "./signedText.js";

/**
 * A float as Python's `repr` prints it: the fewest digits that read back as the same number, with
 * an exponent below 1e-4 and from 1e16.
 *
 * @param x any number
 * @param precision "float32" for the digits that a float32 needs (x must be one)
 * @example formatRepr(1) // "1.0"
 * @example formatRepr(0.00001) // "1e-05"
 */
export function formatRepr(x: number, precision: "float64" | "float32" = "float64"): string {
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
