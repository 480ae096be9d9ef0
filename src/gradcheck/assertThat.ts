/** A check that stops, for what is said in words: assertBelow is its sister for numbers. */

/**
 * Passes if a claim holds, and else stops with the claim.
 *
 * @param claim a statement as the text makes it, e.g. "no dead unit comes back"
 * @throws {RangeError} if it does not hold
 */
export function assertThat(claim: string, holds: boolean): void {
  if (!holds) throw new RangeError(`expected that ${claim}; the numbers of this cell say otherwise`);
}
