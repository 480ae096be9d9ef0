/** A check that stops, for what is said in words: assertBelow is its sister for numbers. */

/**
 * Passes if a claim holds, and else stops with the claim.
 *
 * @param claim a statement as the text makes it, e.g. "no dead unit comes back"
 * @throws {RangeError} if it does not hold
 * @example
 * assertThat("1 is below 2", 1 < 2) // undefined
 * assertThat("2 is below 1", 2 < 1) // RangeError: expected that 2 is below 1; the numbers of this cell say otherwise
 */
export function assertThat(claim: string, holds: boolean): void {
  if (!holds) throw new RangeError(`expected that ${claim}; the numbers of this cell say otherwise`);
}
