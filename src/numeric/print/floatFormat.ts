/**
 * One format for all floats of an array, as NumPy prints them: each with the fewest digits that
 * it needs and at most 8 decimals, all with the point in the same column, and all with an
 * exponent if the largest or smallest asks for it.
 *
 * Source of the rules: FloatingFormat in numpy/core/arrayprint.py (NumPy 1.24).
 */
import { exponentText, fixedText, mantissaAndExponent, shortestDecimal, signedText } from "./number.js";

const MAX_DECIMALS = 8;

export type FloatPrecision = "float64" | "float32";
export type NumberFormat = (x: number) => string;

/**
 * @param shown the floats that will be printed
 * @returns the text of each of them, all of the same length
 */
export function floatFormat(shown: ArrayLike<number>, precision: FloatPrecision): NumberFormat {
  const values = Array.from(shown);
  const magnitudes = values.filter(Number.isFinite).map(Math.abs);
  const columns = needsExponent(magnitudes, precision) ? exponentColumns : pointColumns;
  const magnitudeText = columns(magnitudes, precision);
  const width = maxOf(values.map((x) => signedText(x, magnitudeText).length));
  return (x) => signedText(x, magnitudeText).padStart(width);
}

function needsExponent(magnitudes: number[], precision: FloatPrecision): boolean {
  const nonZero = magnitudes.filter((x) => x !== 0);
  if (nonZero.length === 0) return false;
  const max = maxOf(nonZero);
  const min = -maxOf(nonZero.map((x) => -x));
  const ratio = precision === "float32" ? Math.fround(max / min) : max / min;
  return max >= 1e8 || min < 0.0001 || ratio > 1000;
}

/** e.g. `12.5 ` and ` 0.25`: decimals as needed, then spaces. */
function pointColumns(magnitudes: number[], precision: FloatPrecision): NumberFormat {
  const text = (x: number): string => {
    const { digits, exponent } = shortestDecimal(x, precision);
    const decimals = Math.min(MAX_DECIMALS, Math.max(0, digits.length - 1 - exponent));
    return decimals === 0 ? `${fixedText(x, 0)}.` : withoutZeros(fixedText(x, decimals));
  };
  const after = maxOf(magnitudes.map((x) => afterPoint(text(x))));
  return (x) => text(x) + " ".repeat(after - afterPoint(text(x)));
}

/** e.g. `1.250e+01` and `2.375e-05`: as many decimals in each as the longest needs. */
function exponentColumns(magnitudes: number[], precision: FloatPrecision): NumberFormat {
  const parts = magnitudes.map((x) => {
    const needed = shortestDecimal(x, precision).digits.length - 1;
    return mantissaAndExponent(x, Math.min(MAX_DECIMALS, needed));
  });
  const decimals = maxOf(parts.map(([mantissa]) => (mantissa.includes(".") ? afterPoint(withoutZeros(mantissa)) : 0)));
  const exponentDigits = maxOf(parts.map(([, exponent]) => exponentText(exponent, 2).length - 2));
  return (x) => {
    const [mantissa, exponent] = mantissaAndExponent(x, decimals);
    return mantissa + (decimals === 0 ? "." : "") + exponentText(exponent, exponentDigits);
  };
}

function withoutZeros(text: string): string {
  return text.replace(/0+$/, "");
}

function afterPoint(text: string): number {
  return text.length - 1 - text.indexOf(".");
}

function maxOf(values: number[]): number {
  return values.reduce((max, x) => Math.max(max, x), -Infinity);
}
