/** Adam: momentum and RMSProp in one, with both running means corrected for their start at 0. */
import { checkNotNegative, checkShare, checkWhole } from "../../numeric/arguments/check.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { begin } from "./begin.js";
import type { OptimConfig, UpdateRule } from "./updateRule.js";

/** Settings of `adam`, and what it remembers between steps. */
export interface AdamConfig extends OptimConfig {
  /** share of the running mean that is kept, from 0 to below 1, default 0.9 */
  readonly beta1?: number;
  /** share of the running mean of squares that is kept, from 0 to below 1, default 0.999 */
  readonly beta2?: number;
  /** added to the root, so that nothing is divided by 0; default 1e-8 */
  readonly epsilon?: number;
  /** running mean of the gradient, in w's shape; zeros at the start */
  readonly m?: NDArray;
  /** running mean of the squared gradient, in w's shape; zeros at the start */
  readonly v?: NDArray;
  /** steps taken so far */
  readonly t?: number;
}

/**
 * Adam: `m = beta1·m + (1 - beta1)·dw` and `v = beta2·v + (1 - beta2)·dw²`, then
 * `w - learningRate·m̂ / (√v̂ + epsilon)` with `m̂ = m / (1 - beta1ᵗ)` and `v̂ = v / (1 - beta2ᵗ)`,
 * t counted from 1; `learningRate` default 1e-3.
 *
 * Source: D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015.
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = adam(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.9, 2.1])
 * adam(w, array([0.5, -1]), config)[0] // array([0.8, 2.2])
 */
export const adam: UpdateRule<AdamConfig> = (w, dw, config, out) => {
  const defaults = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, m: null, v: null, t: 0 };
  const checks = { beta1: checkShare, beta2: checkShare, epsilon: checkNotNegative, t: checkSteps };
  const [next, settled] = begin<AdamConfig>("adam", [w, dw, config, out], defaults, checks);
  const { learningRate, beta1, beta2, epsilon } = settled;
  const t = settled.t + 1;
  // how much of a lasting gradient, and of a lasting square, is in m and v by now
  const [mShare, vShare] = [1 - beta1 ** t, 1 - beta2 ** t];
  const [x, dx, m, v] = [next.data, dw.data, settled.m.data, settled.v.data];
  for (let i = 0; i < x.length; i++) {
    const d = dx[i];
    m[i] = beta1 * m[i] + (1 - beta1) * d;
    v[i] = beta2 * v[i] + (1 - beta2) * (d * d);
    x[i] -= (learningRate * (m[i] / mShare)) / (Math.sqrt(v[i] / vShare) + epsilon);
  }
  return [next, { ...settled, t }];
};

function checkSteps(rule: string, name: string, t: number): void {
  checkWhole(rule, name, t, 0, Number.MAX_SAFE_INTEGER - 1);
}
