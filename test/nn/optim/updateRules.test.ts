import { describe, expect, it } from "vitest";
import { adam, array, NDArray, rmsprop, sgd, sgdMomentum, type UpdateRule, zeros } from "../../../src/index.js";
import { findUpdateRule, isNamedRule } from "../../../src/nn/optim/findUpdateRule.js";
import { expectGolden, golden } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

const steps = golden.optim_steps;
const w = () => spaced(-0.4, 0.6, 4, 5);
const dw = () => spaced(-0.6, 0.4, 4, 5);
const v = () => spaced(0.6, 0.9, 4, 5);

describe("update rules agree with NumPy", () => {
  it("sgd", () => {
    const [next, config] = sgd(w(), dw(), { learningRate: 1e-3 });
    expectGolden(next, steps.sgd, 0);
    expect(config).toEqual({ learningRate: 1e-3 });
  });

  it("sgdMomentum", () => {
    const [next, config] = sgdMomentum(w(), dw(), { learningRate: 1e-3, velocity: v() });
    expectGolden(next, steps.sgd_momentum.next_w, 1e-15);
    expectGolden(config.velocity!, steps.sgd_momentum.velocity, 1e-15);
    expect(config.momentum).toBe(0.9);
  });

  it("rmsprop", () => {
    const [next, config] = rmsprop(w(), dw(), { learningRate: 1e-2, cache: v() });
    expectGolden(next, steps.rmsprop.next_w, 1e-15);
    expectGolden(config.cache!, steps.rmsprop.cache, 1e-15);
    expect([config.decayRate, config.epsilon]).toEqual([0.99, 1e-8]);
  });

  it("adam", () => {
    const [next, config] = adam(w(), dw(), { learningRate: 1e-2, m: v(), v: spaced(0.7, 0.5, 4, 5), t: 5 });
    expectGolden(next, steps.adam.next_w, 1e-15);
    expectGolden(config.m!, steps.adam.m, 1e-15);
    expectGolden(config.v!, steps.adam.v, 1e-15);
    expect([config.t, config.beta1, config.beta2, config.epsilon]).toEqual([6, 0.9, 0.999, 1e-8]);
  });
});

describe("what a rule remembers", () => {
  it.each([
    ["sgdMomentum", "velocity", () => sgdMomentum(w(), dw(), { velocity: zeros(4) })],
    ["rmsprop", "cache", () => rmsprop(w(), dw(), { cache: zeros(4) })],
    ["adam", "m", () => adam(w(), dw(), { m: zeros(4) })],
    ["adam", "v", () => adam(w(), dw(), { v: zeros(4) })],
  ])("%s has %s in w's shape", (rule, name, step) => {
    expect(step).toThrow(new RangeError(`${rule}: expected ${name} to have shape (4, 5), got (4,)`));
  });
});

describe.each<[string, UpdateRule]>([
  ["sgd", sgd],
  ["sgdMomentum", sgdMomentum],
  ["rmsprop", rmsprop],
  ["adam", adam],
])("%s", (name, rule) => {
  it("starts from nothing but its defaults, and leaves its inputs as they are", () => {
    const [W, dW] = [w(), dw()];
    const [first, config] = rule(W, dW);
    expect(first.shape).toEqual([4, 5]);
    expect([W.data, dW.data]).toEqual([w().data, dw().data]);
    const remembered = Object.values(config).map((value) => (value instanceof NDArray ? value.toList() : value));
    rule(first, dW, config);
    expect(Object.values(config).map((value) => (value instanceof NDArray ? value.toList() : value))).toEqual(remembered);
  });

  it("writes the same parameters in place as into a new array", () => {
    const [expected] = rule(w(), dw());
    const inPlace = w();
    const elsewhere = zeros([4, 5]);
    expect(rule(inPlace, dw(), {}, inPlace)[0]).toBe(inPlace);
    expect(rule(w(), dw(), {}, elsewhere)[0]).toBe(elsewhere);
    expect([inPlace.data, elsewhere.data]).toEqual([expected.data, expected.data]);
  });

  it("goes down a bowl", () => {
    const learningRate = 0.01;
    let [x, config] = rule(array([3, -2]), array([3, -2]), { learningRate });
    for (let i = 0; i < 2000; i++) [x, config] = rule(x, x, config);
    // rmsprop ends in steps of constant length around the minimum
    expect(x.abs().max()).toBeLessThan(learningRate);
  });

  it("refuses a gradient of another shape and a learning rate that is no positive number", () => {
    expect(() => rule(w(), zeros([5, 4]))).toThrow(
      new RangeError(`${name}: expected dw to have shape (4, 5), got (5, 4)`),
    );
    for (const learningRate of [0, -1, NaN, Infinity]) {
      expect(() => rule(w(), dw(), { learningRate })).toThrow(
        new RangeError(`${name}: expected learningRate to be a positive number, got ${learningRate}`),
      );
    }
  });
});

describe("shares such as a momentum", () => {
  it("must be from 0 to below 1", () => {
    expect(() => sgdMomentum(w(), dw(), { momentum: 1 })).toThrow(
      new RangeError("sgdMomentum: expected momentum to be from 0 to below 1, got 1"),
    );
    expect(() => rmsprop(w(), dw(), { decayRate: -0.1 })).toThrow(
      new RangeError("rmsprop: expected decayRate to be from 0 to below 1, got -0.1"),
    );
    expect(() => adam(w(), dw(), { beta1: 2 })).toThrow(
      new RangeError("adam: expected beta1 to be from 0 to below 1, got 2"),
    );
    expect(() => adam(w(), dw(), { beta2: NaN })).toThrow(
      new RangeError("adam: expected beta2 to be from 0 to below 1, got NaN"),
    );
  });
});

describe("findUpdateRule", () => {
  it("finds each rule by its name", () => {
    expect(["sgd", "sgdMomentum", "rmsprop", "adam"].map((name) => findUpdateRule("Solver", name))).toEqual([
      sgd, sgdMomentum, rmsprop, adam,
    ]);
  });

  it("names the nearest rule", () => {
    const valid = 'Valid: "sgd", "sgdMomentum", "rmsprop", "adam"';
    expect(() => findUpdateRule("Solver", "sgd_momentum")).toThrow(
      new RangeError(`Solver: unknown update rule "sgd_momentum"; did you mean "sgdMomentum"? ${valid}`),
    );
    expect(() => findUpdateRule("Solver", "lbfgs-or-so")).toThrow(
      new RangeError(`Solver: unknown update rule "lbfgs-or-so"; ${valid}`),
    );
    expect(() => findUpdateRule("Solver", "toString")).toThrow(RangeError);
  });
});

describe("isNamedRule", () => {
  it("knows the rules themselves, and not another function of their name", () => {
    expect([sgd, sgdMomentum, rmsprop, adam].map(isNamedRule)).toEqual([true, true, true, true]);
    const namesake = { sgd: (...step: Parameters<UpdateRule>) => sgd(...step) }.sgd;
    expect([namesake.name, isNamedRule(namesake)]).toEqual(["sgd", false]);
  });
});
