/** Stochastic gradient descent: a step straight down the gradient. */
import { addScaled } from "../../numeric/array/linearAlgebra.js";
import { begin } from "./begin.js";
import type { UpdateRule } from "./updateRule.js";

/**
 * SGD: `w - learningRate·dw`; `learningRate` default 1e-2.
 *
 * Parameters, returns and errors as for every `UpdateRule`.
 *
 * @example
 * const [w, config] = sgd(array([1, 2]), array([0.5, -1]), { learningRate: 0.1 });
 * w // array([0.95, 2.1 ])
 * sgd(w, array([0.5, -1]), config)[0] // array([0.9, 2.2])
 */
export const sgd: UpdateRule = (w, dw, config, out) => {
  const [next, settled] = begin("sgd", [w, dw, config, out], { learningRate: 1e-2 });
  addScaled(next, -settled.learningRate, dw);
  return [next, settled];
};
