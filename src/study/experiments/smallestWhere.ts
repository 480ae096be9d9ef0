/** The point at which something begins to hold, to the last bit. */

/**
 * Bisection down to neighbouring float64 numbers.
 *
 * @param holds false at low, true at high, and changing once between them
 * @returns the smallest number above low, up to high, for which it holds
 * @throws {RangeError} if it already holds at low, or does not at high
 * @example smallestWhere((x) => x * x >= 2, 0, 2) // 1.4142135623730951, the square root of 2 rounded up
 */
export function smallestWhere(holds: (x: number) => boolean, low: number, high: number): number {
  if (holds(low) || !holds(high)) {
    throw new RangeError(
      `smallestWhere: expected false at ${low} and true at ${high}, got ${holds(low)} and ${holds(high)}`,
    );
  }
  let [below, above] = [low, high];
  while (true) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return above;
    if (holds(middle)) above = middle;
    else below = middle;
  }
}
