/**
 * Successive halving: every trial gets a short training; the best of them get a longer one, the
 * best of those a longer one still. A rung is decided when all its trainings are done, so that the
 * decision does not depend on which of them was done first.
 *
 * Source: K. Jamieson and A. Talwalkar, "Non-stochastic best arm identification and hyperparameter
 * optimization", AISTATS 2016.
 */

/** What a rung is decided by. */
export interface Standing {
  readonly number: number;
  /** from 0 to 1 */
  readonly bestValAcc: number;
  /** empty if it did not diverge */
  readonly divergence: string;
}

/** Best first: diverged ones last, equal ones in the order of their numbers. */
export function compareStandings(a: Standing, b: Standing): number {
  return Number(hasDiverged(a)) - Number(hasDiverged(b)) || b.bestValAcc - a.bestValAcc || a.number - b.number;
}

/**
 * The trials that go on to the next rung.
 *
 * @param keep share of the trials to keep, above 0 to 1; at least one is kept
 * @returns numbers of trials, ascending; none that diverged
 */
export function survivors(rung: readonly Standing[], keep: number): number[] {
  return [...rung]
    .sort(compareStandings)
    .slice(0, survivorCount(rung.length, keep))
    .filter((standing) => !hasDiverged(standing))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

/** How many of so many trials go on, if that many are left. */
export function survivorCount(count: number, keep: number): number {
  return Math.ceil(count * keep - 1e-9); // a third of nine is three, whatever rounding says
}

function hasDiverged({ divergence }: Standing): boolean {
  return divergence !== "";
}
