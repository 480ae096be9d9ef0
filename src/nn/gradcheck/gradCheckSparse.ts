/** A gradient check at a few random positions, for parameters too large to probe one by one. */
import { checkCount } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { formatExponent, formatFixed } from "../../numeric/print/number.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { checkProbe } from "./checkProbe.js";
import { centredDifference } from "./probe.js";
import { relError } from "./relError.js";

/** Options of `gradCheckSparse`. */
export interface SparseCheckOptions {
  /** how many positions, default 10 */
  readonly numChecks?: number;
  /** step, default 1e-5 */
  readonly h?: number;
  /** draws one flat index per check; default seed 0 */
  readonly random?: RandomState;
  /** is given one line per check */
  readonly log?: (line: string) => void;
}

/** What was found at one position. */
export interface SparseCheck {
  /** flat index in C order */
  readonly index: number;
  readonly numeric: number;
  readonly analytic: number;
  readonly relError: number;
}

/**
 * Compares an analytic gradient with centred differences at random positions.
 *
 * @param f scalar function of x
 * @param x float64, any shape; changed during the calls and restored exactly
 * @param gradient the analytic gradient, in x's shape
 * @returns one record per position, in the order of the draws
 * @throws {TypeError} if f is not a function that returns a number, x is not float64, or an option has an unknown name
 * @throws {RangeError} if gradient has another shape, x is empty, or an option is out of range
 * @example
 * const x = new RandomState(231).randn(20, 30);
 * const checks = gradCheckSparse((x) => x.mul(x).sum(), x, x.mul(2), { numChecks: 3 });
 * checks.map(({ index }) => index) // [ 559, 192, 359 ]
 * checks.every(({ relError }) => relError < 1e-6) // true
 */
export function gradCheckSparse(
  f: (x: NDArray) => number,
  x: NDArray,
  gradient: NDArray,
  options: SparseCheckOptions = {},
): SparseCheck[] {
  const { numChecks, h, random, log } = fillOptions<Required<SparseCheckOptions>>("gradCheckSparse", options, {
    numChecks: 10,
    h: 1e-5,
    random: new RandomState(0),
    log: () => {},
  });
  checkProbe("gradCheckSparse", f, x, h);
  checkArray("gradCheckSparse", "gradient", gradient, x.shape);
  checkCount("gradCheckSparse", "numChecks", numChecks);
  if (x.size === 0) throw new RangeError("gradCheckSparse: expected x to have elements, got an empty array");
  return Array.from({ length: numChecks }, () => {
    const index = random.randint(0, x.size);
    const numeric = centredDifference("gradCheckSparse", f, x, index, h);
    const analytic = gradient.data[index];
    const check = { index, numeric, analytic, relError: relError(numeric, analytic) };
    log(sparseLine(check));
    return check;
  });
}

function sparseLine({ numeric, analytic, relError }: SparseCheck): string {
  return `numerical: ${formatFixed(numeric, 6)} analytic: ${formatFixed(analytic, 6)}, relative error: ${formatExponent(relError, 6)}`;
}
