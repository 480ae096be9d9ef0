/** What the notebooks claim, as settings that show it. */
import { defaults, type Settings } from "./settings.js";

export const presetNames = ["start", "dead", "offCentre", "saturated", "underfitting", "overfitting", "regularised"] as const;

export type PresetName = (typeof presetNames)[number];

const changes: Readonly<Record<PresetName, Partial<Settings>>> = {
  start: {},
  // One step is enough.
  dead: { centred: false, hiddenDim: 20, learningRate: 5 },
  offCentre: { centred: false, hiddenDim: 20, learningRate: 0.5 },
  saturated: { activation: "tanh", hiddenDim: 20, weightScale: 10, learningRate: 0.1 },
  underfitting: { data: "spiral", numTraining: 300, hiddenDim: 2 },
  overfitting: { numTraining: 30, noise: 0.8, hiddenDim: 50, weightScale: 2, batchSize: 50 },
  regularised: { hiddenDim: 20, learningRate: 0.1, reg: 2 },
};

export function preset(name: PresetName): Settings {
  return { ...defaults, ...changes[name] };
}

/** The one that options name, or the first. */
export function presetOf(options: Readonly<Record<string, unknown>>): PresetName {
  return presetNames.find((name) => name === options.preset) ?? "start";
}
