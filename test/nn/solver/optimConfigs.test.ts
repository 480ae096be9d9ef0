import { describe, expect, it } from "vitest";
import { array, sgd } from "../../../src/index.js";
import { decayLearningRates, learningRateOf, updateParameters } from "../../../src/nn/solver/optimConfigs.js";

describe("updateParameters", () => {
  it("takes each parameter a step in place, with a memory of its own", () => {
    const params = { W: array([1, 2]), b: array([3]) };
    const { W } = params;
    const configs = { W: { learningRate: 0.5 }, b: { learningRate: 1 } };
    updateParameters(params, { W: array([2, 4]), b: array([1]) }, sgd, configs);
    expect([params.W.toList(), params.b.toList()]).toEqual([[0, 0], [2]]);
    expect(params.W).toBe(W);
    expect(configs).toEqual({ W: { learningRate: 0.5 }, b: { learningRate: 1 } });
  });

  it("keeps what a rule gives back", () => {
    const params = { W: array([1]) };
    const next = array([9]);
    const configs = {};
    updateParameters(params, { W: array([0]) }, () => [next, { learningRate: 2 }], configs);
    expect(params.W).toBe(next);
    expect(configs).toEqual({ W: { learningRate: 2 } });
  });
});

describe("learning rates", () => {
  it("decay where there are any, and nothing else does", () => {
    const first = { learningRate: 0.5, momentum: 0.9 };
    const configs = { W: first, b: {}, c: { learningRate: 2 } };
    decayLearningRates(configs, 0.1);
    expect(configs).toEqual({ W: { learningRate: 0.05, momentum: 0.9 }, b: {}, c: { learningRate: 0.2 } });
    expect(Object.keys(configs.b)).toEqual([]);
    expect(first.learningRate).toBe(0.5);
  });

  it("are the first parameter's", () => {
    expect(learningRateOf({ W: { learningRate: 0.5 }, b: { learningRate: 1 } })).toBe(0.5);
    expect(learningRateOf({ W: {} })).toBeUndefined();
    expect(learningRateOf({})).toBeUndefined();
  });
});
