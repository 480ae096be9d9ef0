/** Adam: momentum and RMSProp in one, with both running means corrected for their start at 0. */
import { checkShare } from "../arguments/checkNumber.js";
import { addScaled } from "../array/addScaled.js";
import { zeros } from "../array/create.js";
import type { NDArray } from "../array/ndarray.js";
import { checkStep, type OptimConfig, startFrom, type UpdateRule } from "./updateRule.js";

/** Settings of `adam`, and what it remembers between steps. */
export interface AdamConfig extends OptimConfig {
  /** share of the running mean that is kept, from 0 to below 1, 0.9 unless told */
  readonly beta1?: number;
  /** share of the running mean of squares that is kept, from 0 to below 1, 0.999 unless told */
  readonly beta2?: number;
  /** added to the root, so that nothing is divided by 0; 1e-8 unless told */
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
 * t counted from 1; learning rate 1e-3 unless told.
 *
 * Source: D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015.
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = adam(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.9, 2.1])
 * adam(w, array([0.5, -1]), config)[0] // array([0.8, 2.2])
 */
export const adam: UpdateRule<AdamConfig> = (w, dw, config = {}, out) => {
  const { learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, t: lastT = 0 } = config;
  const { m: lastM = zeros(w.shape, w.dtype), v: lastV = zeros(w.shape, w.dtype) } = config;
  checkStep("adam", w, dw, learningRate);
  checkShare("adam", "beta1", beta1);
  checkShare("adam", "beta2", beta2);
  const t = lastT + 1;
  const m = lastM.combine(dw, (mean, d) => beta1 * mean + (1 - beta1) * d);
  const v = lastV.combine(dw, (mean, d) => beta2 * mean + (1 - beta2) * (d * d));
  const step = m.combine(v, (mean, square) => {
    const mHat = mean / (1 - beta1 ** t);
    const vHat = square / (1 - beta2 ** t);
    return (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  const next = startFrom(w, out);
  addScaled(next, -1, step);
  return [next, { ...config, learningRate, beta1, beta2, epsilon, m, v, t }];
};
