/** Stochastic gradient descent: a step straight down the gradient. */
import { addScaled } from "../array/addScaled.js";
import { checkStep, type OptimConfig, startFrom, type UpdateRule } from "./updateRule.js";

/**
 * SGD: `w - learningRate·dw`, with a learning rate of 1e-2 unless told.
 *
 * Parameters, returns and errors as for every `UpdateRule`.
 */
export const sgd: UpdateRule<OptimConfig> = (w, dw, config = {}, out) => {
  const { learningRate = 1e-2 } = config;
  checkStep("sgd", w, dw, learningRate);
  const next = startFrom(w, out);
  addScaled(next, -learningRate, dw);
  return [next, { ...config, learningRate }];
};
