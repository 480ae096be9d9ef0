/**
 * The exponential and the natural logarithm, with the same bits on every machine: what `Math.exp` and `Math.log` give
 * differs in the last one from one JavaScript engine, and version, to another. These are within 1 ulp.
 *
 * Source: fdlibm 5.3, e_exp.c and e_log.c; its notice stands in NOTICE.
 */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LARGEST = 7.09782712893383973096e2;
const SMALLEST = -7.4513321910194110842e2;

const float = new Float64Array(1);
/** Its halves: the high one is the second, as every machine that runs this is little-endian. */
const words = new Int32Array(float.buffer);

/** e to the power of x. */
export function exp(x: number): number {
  if (!(x <= LARGEST)) return x > LARGEST ? Infinity : NaN;
  if (x < SMALLEST) return 0;
  const size = Math.abs(x);
  if (size < 2 ** -28) return 1 + x;
  // x = k log 2 + r, with r = high - low and |r| <= log(2) / 2
  let k = 0;
  let high = x;
  let low = 0;
  let r = x;
  if (size > 0.5 * Math.LN2) {
    if (x === 1) return Math.E;
    k = size < 1.5 * Math.LN2 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + 0.5 * Math.sign(x));
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    r = high - low;
  }
  const t = r * r;
  const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 +
    t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - ((low - (r * c) / (2 - c)) - high);
  if (k === 1024) return y * 2 * 2 ** 1023;
  return k >= -1021 ? y * powerOf2(k) : y * powerOf2(k + 1000) * 2 ** -1000;
}

function powerOf2(k: number): number {
  words[0] = 0;
  words[1] = (1023 + k) << 20;
  return float[0];
}

/** The natural logarithm of x: -Infinity of 0, NaN of a negative number. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  // x = 2^k (1 + f), with 1 + f between √½ and √2
  const isSubnormal = x < 2 ** -1022;
  float[0] = isSubnormal ? x * 2 ** 54 : x;
  const top = words[1] & 0xfffff;
  const carry = (top + 0x95f64) & 0x100000;
  const k = (words[1] >> 20) - 1023 + (carry >> 20) - (isSubnormal ? 54 : 0);
  words[1] = top | (carry ^ 0x3ff00000);
  const f = float[0] - 1;
  if (((top + 2) & 0xfffff) < 3) {
    if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
    const R = f * f * (0.5 - (1 / 3) * f);
    return k === 0 ? f - R : k * LN2_HIGH - (R - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const R = odd + even;
  if (((top - 0x6147a) | (0x6b851 - top)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + R)) : k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - R) : k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}
