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
