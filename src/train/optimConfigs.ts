/** What the update rule remembers of each parameter, by the parameter's name. */
import type { Parameters } from "../models/parameterFile.js";
import type { OptimConfig, UpdateRule } from "../optim/updateRule.js";

export type OptimConfigs = Record<string, OptimConfig>;

/** Takes every parameter one step against its gradient, in place. */
export function updateParameters(params: Parameters, grads: Readonly<Parameters>, updateRule: UpdateRule, configs: OptimConfigs): void {
  for (const [name, w] of Object.entries(params)) {
    const [next, config] = updateRule(w, grads[name]!, configs[name], w);
    params[name] = next;
    configs[name] = config;
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
