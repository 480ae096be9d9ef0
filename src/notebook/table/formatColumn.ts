import { inspect } from "#host/text";
import { formatExponent, formatFixed } from "../../numeric/print/number.js";

const MAX_FIXED_DECIMALS = 4;
const MAX_EXPONENT_DECIMALS = 2;
const ONE_LINE = { breakLength: Infinity, compact: true, depth: 2 } as const;

/** The fewest decimals, up to a limit, that lose nothing against the limit. */
function decimalsNeeded(numbers: readonly number[], limit: number, format: (x: number, decimals: number) => string): number {
  const loses = (decimals: number) => numbers.some((x) => Number(format(x, decimals)) !== Number(format(x, limit)));
  let decimals = 0;
  while (decimals < limit && loses(decimals)) decimals++;
  return decimals;
}

/** Whether some number would lose its digits, or the column become too wide, without exponents. */
function needsExponents(numbers: readonly number[]): boolean {
  return numbers.some((x) => x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e6));
}

function numberFormat(numbers: readonly number[]): (x: number) => string {
  if (numbers.every((x) => Number.isInteger(x) && Math.abs(x) < 1e15)) return String;
  const [format, limit] = needsExponents(numbers) ? [formatExponent, MAX_EXPONENT_DECIMALS] : [formatFixed, MAX_FIXED_DECIMALS];
  const decimals = decimalsNeeded(numbers, limit, format);
  return (x) => format(x, decimals);
}

function formatOther(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "NaT" : value.toISOString();
  return typeof value === "object" ? objectText(value) : String(value);
}

/** JSON where there is any: not of big integers, nor of an object that holds itself. */
function objectText(value: object): string {
  try {
    return JSON.stringify(value) ?? inspect(value, ONE_LINE);
  } catch {
    return inspect(value, ONE_LINE);
  }
}

/**
 * The values of one column of a table as text: its numbers all in one way, with as many decimals
 * as the column needs, up to four; or, where one is smaller than 0.001 or larger than a million,
 * with exponents, such as `1.83e-08`.
 */
export function formatColumn(values: readonly unknown[]): string[] {
  const format = numberFormat(values.filter((value): value is number => Number.isFinite(value)));
  return values.map((value) => {
    if (typeof value !== "number") return formatOther(value);
    return Number.isFinite(value) ? format(value) : String(value).replace("Infinity", "inf");
  });
}
