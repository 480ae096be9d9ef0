/** SGD with momentum: steps in a lasting direction gather speed, back and forth cancels out. */
import { checkShare } from "../../numeric/arguments/check.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { begin } from "./begin.js";
import type { OptimConfig, UpdateRule } from "./updateRule.js";

/** Settings of `sgdMomentum`, and what it remembers between steps. */
export interface MomentumConfig extends OptimConfig {
  /** share of the velocity that is kept, from 0 to below 1, default 0.9 */
  readonly momentum?: number;
  /** the last step, in w's shape; zeros at the start */
  readonly velocity?: NDArray;
}

/**
 * SGD with momentum: `v = momentum·v - learningRate·dw`, then `w + v`; `learningRate` default 1e-2.
 *
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = sgdMomentum(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.95, 2.1 ])
 * sgdMomentum(w, array([0.5, -1]), config)[0] // array([0.855, 2.29 ])
 */
export const sgdMomentum: UpdateRule<MomentumConfig> = (w, dw, config, out) => {
  const defaults = { learningRate: 1e-2, momentum: 0.9, velocity: null };
  const [next, settled] = begin<MomentumConfig>("sgdMomentum", [w, dw, config, out], defaults, { momentum: checkShare });
  const { learningRate, momentum, velocity } = settled;
  const [x, dx, v] = [next.data, dw.data, velocity.data];
  for (let i = 0; i < x.length; i++) {
    v[i] = momentum * v[i] - learningRate * dx[i];
    x[i] += v[i];
  }
  return [next, settled];
};
