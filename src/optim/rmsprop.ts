/** RMSProp: each element's step is divided by the running size of its own gradient. */
import { checkNotNegative, checkShare } from "../arguments/checkNumber.js";
import { fillOptions } from "../arguments/fillOptions.js";
import type { TypedArray } from "../array/dtype.js";
import type { NDArray } from "../array/ndarray.js";
import { checkStep, memoryOf, type OptimConfig, type Settled, startFrom, type UpdateRule } from "./updateRule.js";

/** Settings of `rmsprop`, and what it remembers between steps. */
export interface RmspropConfig extends OptimConfig {
  /** share of the running mean that is kept, from 0 to below 1, 0.99 unless told */
  readonly decayRate?: number;
  /** added to the root, so that nothing is divided by 0; 1e-8 unless told */
  readonly epsilon?: number;
  /** running mean of the squared gradient, in w's shape; zeros at the start */
  readonly cache?: NDArray;
}

interface Rates {
  readonly learningRate: number;
  readonly decayRate: number;
  readonly epsilon: number;
}

/**
 * RMSProp: `c = decayRate·c + (1 - decayRate)·dw²`, then `w - learningRate·dw / (√c + epsilon)`;
 * learning rate 1e-2 unless told.
 *
 * Source: T. Tieleman and G. Hinton, lecture 6.5 of "Neural Networks for Machine Learning", 2012.
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = rmsprop(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([1.9999996e-07, 2.9999999e+00])
 * rmsprop(w, array([0.5, -1]), config)[0] // array([-0.7088809 ,  3.70888105])
 */
export const rmsprop: UpdateRule<RmspropConfig> = (w, dw, config = {}, out) => {
  const settled = fillOptions<Settled<RmspropConfig, "cache">>("rmsprop", config, {
    learningRate: 1e-2,
    decayRate: 0.99,
    epsilon: 1e-8,
    cache: null,
  });
  const { learningRate, decayRate, epsilon } = settled;
  checkStep("rmsprop", w, dw, learningRate);
  checkShare("rmsprop", "decayRate", decayRate);
  checkNotNegative("rmsprop", "epsilon", epsilon);
  const cache = memoryOf("rmsprop", "cache", settled.cache, w);
  const next = startFrom(w, out);
  step(next.data, dw.data, cache.data, { learningRate, decayRate, epsilon });
  return [next, { ...settled, cache }];
};

/** Every parameter's step in one pass, in place. */
function step(w: TypedArray, dw: TypedArray, cache: TypedArray, { learningRate, decayRate, epsilon }: Rates): void {
  for (let i = 0; i < w.length; i++) {
    const d = dw[i]!;
    cache[i] = decayRate * cache[i]! + (1 - decayRate) * (d * d);
    w[i]! -= (learningRate * d) / (Math.sqrt(cache[i]!) + epsilon);
  }
}
