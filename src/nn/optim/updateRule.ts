/**
 * An update rule takes parameters one step against their gradient. What it has to remember
 * between steps it keeps in its config, so that every parameter has a memory of its own.
 */
import type { NDArray } from "../../numeric/array/ndarray.js";

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
 * @param out where to put the next parameters: default a new array; w itself in training
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
