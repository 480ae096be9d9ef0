/** What the notebooks claim, as settings that show it. */
import { defaults, type Settings } from "./settings.js";

export const presetNames = ["start", "dead", "offCentre", "saturated", "underfitting", "overfitting", "regularised"] as const;

export type PresetName = (typeof presetNames)[number];

/** What differs from the defaults, and after how many steps the claim can be seen. */
const claims: Readonly<Record<PresetName, readonly [changes: Partial<Settings>, steps: number]>> = {
  start: [{}, 200],
  dead: [{ centred: false, hiddenDim: 20, learningRate: 5, seed: 10 }, 1],
  offCentre: [{ centred: false, hiddenDim: 20, learningRate: 0.5 }, 200],
  saturated: [{ activation: "tanh", hiddenDim: 20, weightScale: 10, learningRate: 0.1 }, 400],
  underfitting: [{ data: "spiral", numTraining: 300, hiddenDim: 2 }, 1000],
  overfitting: [{ numTraining: 30, noise: 0.8, hiddenDim: 50, weightScale: 2, batchSize: 50 }, 600],
  regularised: [{ hiddenDim: 20, learningRate: 0.1, reg: 2 }, 200],
};

export function preset(name: PresetName): Settings {
  return { ...defaults, ...claims[name][0] };
}

export const stepsToSee = (name: PresetName): number => claims[name][1];

/** The one that options name, or the first. */
export function presetOf(options: Readonly<Record<string, unknown>>): PresetName {
  return presetNames.find((name) => name === options.preset) ?? "start";
}
