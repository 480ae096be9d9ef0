/** What the update rule remembers of each parameter, by the parameter's name. */
import { describeValue } from "../../numeric/arguments/describeValue.js";
import type { Parameters } from "../models/model.js";
import type { OptimConfig, UpdateRule } from "../optim/updateRule.js";

export type OptimConfigs = Record<string, OptimConfig>;

/**
 * Takes every parameter one step against its gradient, in place.
 *
 * @throws {TypeError} if a gradient is missing, or a rule of one's own returns something else than `[nextW, config]`
 */
export function updateParameters(params: Parameters, grads: Readonly<Parameters>, updateRule: UpdateRule, configs: OptimConfigs): void {
  for (const [name, w] of Object.entries(params)) {
    const dw = grads[name];
    if (dw === undefined) throw new TypeError(`Solver: expected the model's loss to return a gradient for every parameter, ${name} has none`);
    const step = updateRule(w, dw, configs[name], w);
    if (!Array.isArray(step)) throw new TypeError(`Solver: expected updateRule to return [nextW, config], got ${describeValue(step)}`);
    [params[name], configs[name]] = step;
  }
}

/** Multiplies the learning rates that there are. */
export function decayLearningRates(configs: OptimConfigs, factor: number): void {
  for (const [name, config] of Object.entries(configs)) {
    const { learningRate } = config;
    if (learningRate !== undefined) configs[name] = { ...config, learningRate: learningRate * factor };
  }
}

/** The learning rate, which all parameters share; undefined for a rule without one. */
export function learningRateOf(configs: OptimConfigs): number | undefined {
  return Object.values(configs)[0]?.learningRate;
}
