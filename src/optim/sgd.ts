/** Stochastic gradient descent: a step straight down the gradient. */
import { fillOptions } from "../arguments/fillOptions.js";
import { addScaled } from "../array/addScaled.js";
import { checkStep, type OptimConfig, startFrom, type UpdateRule } from "./updateRule.js";

/**
 * SGD: `w - learningRate·dw`, with a learning rate of 1e-2 unless told.
 *
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = sgd(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.95, 2.1 ])
 * sgd(w, array([0.5, -1]), config)[0] // array([0.9, 2.2])
 */
export const sgd: UpdateRule<OptimConfig> = (w, dw, config = {}, out) => {
  const settled = fillOptions<Required<OptimConfig>>("sgd", config, { learningRate: 1e-2 });
  const { learningRate } = settled;
  checkStep("sgd", w, dw, learningRate);
  const next = startFrom(w, out);
  addScaled(next, -learningRate, dw);
  return [next, settled];
};
