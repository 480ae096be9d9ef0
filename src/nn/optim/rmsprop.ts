/** RMSProp: each element's step is divided by the running size of its own gradient. */
import { checkNotNegative, checkShare } from "../../numeric/arguments/check.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { begin } from "./begin.js";
import type { OptimConfig, UpdateRule } from "./updateRule.js";

/** Settings of `rmsprop`, and what it remembers between steps. */
export interface RmspropConfig extends OptimConfig {
  /** share of the running mean that is kept, from 0 to below 1, default 0.99 */
  readonly decayRate?: number;
  /** added to the root, so that nothing is divided by 0; default 1e-8 */
  readonly epsilon?: number;
  /** running mean of the squared gradient, in w's shape; zeros at the start */
  readonly cache?: NDArray;
}

/**
 * RMSProp: `c = decayRate·c + (1 - decayRate)·dw²`, then `w - learningRate·dw / (√c + epsilon)`;
 * `learningRate` default 1e-2.
 *
 * Source: T. Tieleman and G. Hinton, lecture 6.5 of "Neural Networks for Machine Learning", 2012.
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = rmsprop(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([1.9999996e-07, 2.9999999e+00])
 * rmsprop(w, array([0.5, -1]), config)[0] // array([-0.7088809 ,  3.70888105])
 */
export const rmsprop: UpdateRule<RmspropConfig> = (w, dw, config, out) => {
  const defaults = { learningRate: 1e-2, decayRate: 0.99, epsilon: 1e-8, cache: null };
  const checks = { decayRate: checkShare, epsilon: checkNotNegative };
  const [next, settled] = begin<RmspropConfig>("rmsprop", [w, dw, config, out], defaults, checks);
  const { learningRate, decayRate, epsilon, cache } = settled;
  const [x, dx, c] = [next.data, dw.data, cache.data];
  for (let i = 0; i < x.length; i++) {
    const d = dx[i];
    c[i] = decayRate * c[i] + (1 - decayRate) * (d * d);
    x[i] -= (learningRate * d) / (Math.sqrt(c[i]) + epsilon);
  }
  return [next, settled];
};
