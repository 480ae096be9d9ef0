/** The state of a RandomState as plain values, and the check of one that comes from outside. */
import { describeValue } from "../arguments/describeValue.js";
import { checkWhole } from "../arguments/check.js";
import { type MT19937State, WORDS } from "./mt19937.js";

/** Everything that the next draw depends on; survives JSON. */
export interface RandomStateSnapshot extends MT19937State {
  /** Whether a normal value waits to be handed out. */
  hasGauss: boolean;
  /** That value, 0 if there is none. */
  cachedGaussian: number;
}

/**
 * @throws {TypeError} if a field is missing or of the wrong kind
 * @throws {RangeError} if a field is out of range
 */
export function checkSnapshot(state: RandomStateSnapshot): void {
  if (!Array.isArray(state?.key)) {
    throw new TypeError("setState: expected a state from getState, with an array `key`");
  }
  if (state.key.length !== WORDS) {
    throw new RangeError(`setState: expected key to hold ${WORDS} words, got ${state.key.length}`);
  }
  state.key.forEach((word, i) => checkWhole("setState", `key[${i}]`, word, 0, 2 ** 32 - 1));
  // From such a key the recurrence gives zeros for ever, and a normal draw would never end.
  if (state.key.slice(1).every((word) => word === 0)) {
    throw new RangeError("setState: expected a key with words other than 0 after the first");
  }
  checkWhole("setState", "pos", state.pos, 0, WORDS);
  if (typeof state.hasGauss !== "boolean") {
    throw new TypeError(`setState: expected hasGauss to be true or false, got ${describeValue(state.hasGauss)}`);
  }
  if (typeof state.cachedGaussian !== "number") {
    throw new TypeError(`setState: expected cachedGaussian to be a number, got ${describeValue(state.cachedGaussian)}`);
  }
  if (!Number.isFinite(state.cachedGaussian)) {
    throw new RangeError(`setState: expected cachedGaussian to be finite, got ${state.cachedGaussian}`);
  }
}
