/** SGD with momentum: steps in a lasting direction gather speed, back and forth cancels out. */
import { checkShare } from "../arguments/checkNumber.js";
import { fillOptions } from "../arguments/fillOptions.js";
import type { TypedArray } from "../array/dtype.js";
import type { NDArray } from "../array/ndarray.js";
import { checkStep, memoryOf, type OptimConfig, type Settled, startFrom, type UpdateRule } from "./updateRule.js";

/** Settings of `sgdMomentum`, and what it remembers between steps. */
export interface MomentumConfig extends OptimConfig {
  /** share of the velocity that is kept, from 0 to below 1, 0.9 unless told */
  readonly momentum?: number;
  /** the last step, in w's shape; zeros at the start */
  readonly velocity?: NDArray;
}

/**
 * SGD with momentum: `v = momentum·v - learningRate·dw`, then `w + v`; learning rate 1e-2 unless
 * told.
 *
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = sgdMomentum(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.95, 2.1 ])
 * sgdMomentum(w, array([0.5, -1]), config)[0] // array([0.855, 2.29 ])
 */
export const sgdMomentum: UpdateRule<MomentumConfig> = (w, dw, config = {}, out) => {
  const settled = fillOptions<Settled<MomentumConfig, "velocity">>("sgdMomentum", config, {
    learningRate: 1e-2,
    momentum: 0.9,
    velocity: null,
  });
  const { learningRate, momentum } = settled;
  checkStep("sgdMomentum", w, dw, learningRate);
  checkShare("sgdMomentum", "momentum", momentum);
  const velocity = memoryOf("sgdMomentum", "velocity", settled.velocity, w);
  const next = startFrom(w, out);
  step(next.data, dw.data, velocity.data, momentum, learningRate);
  return [next, { ...settled, velocity }];
};

/** Every parameter's step in one pass, in place. */
function step(w: TypedArray, dw: TypedArray, velocity: TypedArray, momentum: number, learningRate: number): void {
  for (let i = 0; i < w.length; i++) {
    velocity[i] = momentum * velocity[i]! - learningRate * dw[i]!;
    w[i]! += velocity[i]!;
  }
}
