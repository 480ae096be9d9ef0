/**
 * An update rule takes parameters one step against their gradient. What it has to remember
 * between steps it keeps in its config, so that every parameter has a memory of its own.
 */
import { checkPositive } from "../arguments/checkNumber.js";
import { checkArray } from "../array/checkArray.js";
import { zeros } from "../array/create.js";
import type { NDArray } from "../array/ndarray.js";

/** What the config of every update rule has. */
export interface OptimConfig {
  /** step size, above 0 */
  readonly learningRate?: number;
}

/**
 * One step of one parameter against its gradient.
 *
 * @param w parameters, any shape
 * @param dw gradient of the loss, in w's shape; only valid during the call
 * @param config settings, and what the last step remembered; left as it is
 * @param out where to put the next parameters: a new array unless told, w itself in training
 * @returns `[nextW, config]` with the config for the next step
 * @throws {RangeError} if dw has another shape than w, or a setting is out of range
 * @throws {TypeError} if w or dw is not an NDArray, or config has a setting that the rule does not know
 */
export type UpdateRule<Config extends OptimConfig = OptimConfig> = (
  w: NDArray,
  dw: NDArray,
  config?: Config,
  out?: NDArray,
) => [nextW: NDArray, config: Config];

/** A config with its defaults filled in: only what a rule remembers can be missing, before the first step. */
export type Settled<Config, Memory extends keyof Config> = Required<Omit<Config, Memory>> & {
  readonly [name in Memory]: NDArray | null;
};

/** The checks that every rule begins with. */
export function checkStep(rule: string, w: NDArray, dw: NDArray, learningRate: number): void {
  checkArray(rule, "w", w);
  checkArray(rule, "dw", dw, w.shape);
  checkPositive(rule, "learningRate", learningRate);
}

/**
 * What a rule remembers of its last step, in an array of its own: the memory of the next step.
 *
 * @param last in w's shape; zeros where there is none
 * @throws {RangeError} if last has another shape
 */
export function memoryOf(rule: string, name: string, last: NDArray | null, w: NDArray): NDArray {
  if (last === null) return zeros(w.shape, w.dtype);
  checkArray(rule, name, last, w.shape);
  return last.copy();
}

/** Puts w into out, where the step then goes on in place. */
export function startFrom(w: NDArray, out: NDArray | undefined): NDArray {
  if (out === undefined) return w.copy();
  if (out !== w) out.data.set(w.data);
  return out;
}
