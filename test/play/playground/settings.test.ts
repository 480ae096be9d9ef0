import { expect, it } from "vitest";
import { defaults, places, rangeOf, settle } from "../../../src/play/playground/settings.js";

it("settle takes what is a setting, to the end of its range, and leaves out the rest", () => {
  const options = { data: "moons", activation: "tanh", centred: "no", hiddenDim: 7.6, reg: -1, learningRate: 1e9, noise: Number.NaN, seed: "2", constructor: 1, preset: "dead" };
  expect(settle(options)).toEqual({ ...defaults, activation: "tanh", hiddenDim: 8, reg: 0, learningRate: 100 });
});

it("places rise, and hold the defaults", () => {
  for (const [name, at] of Object.entries(places)) {
    expect([...at].sort((a, b) => a - b), name).toEqual(at);
    expect(at, name).toContain(defaults[name as keyof typeof places]);
  }
  expect(rangeOf("learningRate")).toEqual([1e-4, 100]);
});
