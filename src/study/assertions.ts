/** Checks that stop: a number that is printed and not compared lets mistakes pass. */
import { formatRepr } from "../numeric/print/number.js";
import { inLanguage } from "./words/inLanguage.js";

/**
 * Passes if value is below limit, and else stops with what came and what usually causes it.
 *
 * @param what the thing that was measured, e.g. "dx error"
 * @param value e.g. a relative error; NaN never passes
 * @param limit what it has to be below
 * @param hint what to look at, added to the error's text
 * @throws {RangeError} if value is not below limit
 * @example
 * assertBelow("dx error", 3e-9, 1e-7);
 * assertBelow("dx error", 0.5, 1e-7, "Is a factor missing?") // RangeError: dx error: expected a value below 1e-07, got 0.5. Is a factor missing?
 */
export function assertBelow(what: string, value: number, limit: number, hint = ""): void {
  if (value < limit) return;
  const advice = hint === "" ? "" : `. ${hint}`;
  throw new RangeError(inLanguage(`${what}: expected a value below ${formatRepr(limit)}, got ${formatRepr(value)}${advice}`));
}

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
  if (!holds) throw new RangeError(inLanguage(`expected that ${claim}; the numbers of this cell say otherwise`));
}
