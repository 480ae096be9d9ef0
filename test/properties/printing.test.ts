/** Printed numbers against their definition, in whole numbers: the nearest decimal, the even one of two. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExponent, formatFixed, formatRepr } from "../../src/index.js";

const RUNS = { seed: 231, numRuns: 2000 };

/** Finite numbers of any size, and those that lie half way between two decimals. */
const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.tuple(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), fc.nat(20)).map(([n, halvings]) => n / 2 ** halvings),
  fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.nat(12)).map(([n, zeros]) => n / 10 ** zeros),
);

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** x of 0 or more, exactly: every double is a whole number of 2⁻¹⁰⁷⁴. */
function exactly(x: number): Fraction {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = word >> 52n;
  const digits = word & (2n ** 52n - 1n);
  const over = exponent === 0n ? digits : (digits + 2n ** 52n) << (exponent - 1n);
  return { over, under: 2n ** 1074n };
}

/** `digits` times ten to the power, exactly. */
function decimal(digits: bigint, power: number): Fraction {
  return power < 0 ? { over: digits, under: 10n ** BigInt(-power) } : { over: digits * 10n ** BigInt(power), under: 1n };
}

/** That printed units are within half a unit of x, and even where just half. */
function expectNearest(x: Fraction, units: bigint, power: number): void {
  const printed = decimal(units, power);
  const difference = printed.over * x.under - x.over * printed.under;
  const one = decimal(1n, power);
  // |printed - x| / unit, twice over, against 1
  const twice = 2n * (difference < 0n ? -difference : difference) * one.under;
  const unit = printed.under * x.under * one.over;
  expect(twice <= unit).toBe(true);
  if (twice === unit) expect(units % 2n).toBe(0n);
}

function expectSign(text: string, x: number): string {
  expect(text.startsWith("-")).toBe(x < 0 || Object.is(x, -0));
  return text.replace(/^-/, "");
}

describe("printed numbers are the nearest ones", () => {
  it("formatFixed", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 30 }), (x, digits) => {
        const text = expectSign(formatFixed(x, digits), x);
        expect(text).toMatch(digits === 0 ? /^(0|[1-9]\d*)$/ : new RegExp(`^(0|[1-9]\\d*)\\.\\d{${digits}}$`));
        expectNearest(exactly(Math.abs(x)), BigInt(text.replace(".", "")), -digits);
      }),
      RUNS,
    );
  });

  it("formatExponent", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 30 }), (x, digits) => {
        const text = expectSign(formatExponent(x, digits), x);
        expect(text).toMatch(digits === 0 ? /^\de[+-]\d{2,}$/ : new RegExp(`^\\d\\.\\d{${digits}}e[+-]\\d{2,}$`));
        const [mantissa, exponent] = text.split("e") as [string, string];
        const units = BigInt(mantissa.replace(".", ""));
        expect(mantissa[0] === "0").toBe(x === 0);
        if (x === 0) expect([units, exponent]).toEqual([0n, "+00"]);
        const power = Number(exponent) - digits;
        expectNearest(exactly(Math.abs(x)), units, power);
        // 9.99 that became 1.0e+01 was rounded in the finer units of its own exponent
        const isRoundedUp = units === 10n ** BigInt(digits) && isLess(exactly(Math.abs(x)), decimal(units, power));
        if (isRoundedUp) expectNearest(exactly(Math.abs(x)), units * 10n, power - 1);
      }),
      RUNS,
    );
  });

  it("formatRepr reads back as the same number, and no text of fewer digits does", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const text = formatRepr(x);
        expect(Number(text)).toBe(x);
        expect(digitsOf(text)).toBe(digitsOf(String(x)));
      }),
      RUNS,
    );
  });
});

function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under;
}

/** The digits that count. */
function digitsOf(text: string): string {
  return text.replace(/e.*/, "").replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
}
