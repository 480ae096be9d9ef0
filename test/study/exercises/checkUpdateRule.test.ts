import { describe, expect, it } from "vitest";
import { adam, type NDArray, rmsprop, sgd, sgdMomentum } from "../../../src/index.js";
import { checkUpdateRule, diagnoses } from "../../../src/study/index.js";
import { failuresOf } from "./failuresOf.js";

const sgdWith = (rule: (w: NDArray, dw: NDArray, config: any) => unknown) => failuresOf(checkUpdateRule("sgd", rule));
const plain = (w: NDArray, dw: NDArray, { learningRate = 1e-2 }) => w.sub(dw.mul(learningRate));

describe("checkUpdateRule", () => {
  it.each([["sgd", sgd], ["sgdMomentum", sgdMomentum], ["rmsprop", rmsprop], ["adam", adam]] as const)("passes the library's %s", (name, rule) => {
    const report = checkUpdateRule(name, rule);
    expect(failuresOf(report)).toEqual({});
    expect(report.checks.map(({ status }) => status)).toEqual(Array(4).fill("passed"));
  });

  it.each<[keyof typeof diagnoses, (w: NDArray, dw: NDArray, config: any) => NDArray]>([
    ["uphill", (w, dw, { learningRate = 1e-2 }) => w.add(dw.mul(learningRate))],
    ["rateMissing", (w, dw) => w.sub(dw)],
    ["updateOther", (w, dw, config) => plain(w, dw, config).add(1)],
  ])("recognises a step: %s", (key, step) => {
    expect(sgdWith((w, dw, config) => [step(w, dw, config), config])["first step"]).toBe(diagnoses[key]);
  });

  it("names the element of the next w that differs most", () => {
    const [failure] = checkUpdateRule("sgd", (w, dw, config) => [plain(w, dw, config).add(1), config]).failures;
    expect(failure!.example).toMatch(/^nextW\[\d, \d\]: got -?[\d.]+, expected -?[\d.]+$/);
  });

  it("names what a rule reads in place of the learning rate, whether it stops there or not", () => {
    const stopping = checkUpdateRule("sgd", (w, dw, config) => [w.sub(dw.mul(config.stepSize.valueOf())), config]).failures;
    expect(stopping[0]).toMatchObject({ causes: ["rateName"], diagnosis: expect.stringMatching(/^the code stopped with TypeError: .*; .*stepSize/) });
    expect(stopping[0]!.diagnosis).toContain(`; ${diagnoses.rateName}; `);
    const going = checkUpdateRule("sgd", (w, dw, { lr = 0.5, ...config }) => [w.sub(dw.mul(lr)), config]).failures;
    expect(going[0]).toMatchObject({ causes: ["rateName"], diagnosis: expect.stringMatching(/lr$/) });
    const two = checkUpdateRule("sgd", (w, dw, { lr = 0.5, alpha = 0.5, ...config }) => [w.sub(dw.mul(lr * alpha)), config]).failures;
    expect(two[0]).toMatchObject({ causes: ["rateName"], diagnosis: expect.stringMatching(/ lr, alpha$/) });
    const stoppingAtTwo = checkUpdateRule("sgd", (w, dw, { lr, alpha }) => [w.sub(dw.mul(lr.valueOf() * alpha.valueOf())), {}]).failures;
    expect(stoppingAtTwo[0]).toMatchObject({ causes: ["rateName"], diagnosis: expect.stringMatching(/ lr, alpha$/) });
    const other = checkUpdateRule("sgd", (w, dw, config) => [w.sub(dw.mul(config.decay.valueOf())), config]).failures;
    expect(other[0]!.causes).toEqual([]);
    const ranged = checkUpdateRule("sgd", (w, dw, { lr }) => {
      if (lr === undefined) throw new RangeError("no rate");
      return [w.sub(dw.mul(lr)), {}];
    }).failures;
    expect(ranged[0]!.causes).toEqual([]);
  });

  it("recognises another default, a change in place, and a bare array", () => {
    expect(sgdWith((w, dw, { learningRate = 1e-3 }) => [plain(w, dw, { learningRate }), { learningRate }])).toEqual({
      "step with the default learning rate": diagnoses.defaultRate,
    });
    expect(sgdWith((w, dw, config) => {
      w.data.set(plain(w, dw, config).data);
      return [w, config];
    })["w and dw unchanged"]).toMatch(/^SGD changes w in place, 6 of 6 elements: /);
    expect(sgdWith((w, dw, config) => plain(w, dw, config))["first step"]).toBe(
      `expected the rule to return [nextW, config], got an NDArray: ${diagnoses.configMissing}`,
    );
  });

  it.each<[string, fixed: number | undefined, standard: number]>([
    ["memoryLost", 0, 0.9], ["momentumMissing", 1, 0.9], ["momentumIgnored", 0.5, 0.9], ["momentumIgnored", 0.01, 0.9],
    ["momentumDefault", undefined, 0.5], ["momentumDefault", undefined, 0], ["momentumDefault", undefined, 1],
  ])("recognises momentum: %s, %s used, %s where none is given", (cause, fixed, standard) => {
    const { failures } = checkUpdateRule("sgdMomentum", (w, dw, { learningRate = 1e-2, momentum = standard, velocity = w.mul(0) }) => {
      const next = velocity.mul(fixed ?? momentum).sub(dw.mul(learningRate));
      return [w.add(next), { learningRate, momentum, velocity: next }];
    });
    expect(failures.map(({ causes }) => causes)).toEqual(fixed === undefined ? [[cause]] : [[cause], [cause]]);
  });

  it.each([["sgdMomentum", sgdMomentum], ["rmsprop", rmsprop], ["adam", adam]] as const)("recognises a memory that is lost: %s", (name, rule) => {
    const found = failuresOf(checkUpdateRule(name, (w, dw, config) => [rule(w, dw, config)[0], config]));
    expect(found).toEqual({ "three steps, config handed on": diagnoses.memoryLost, "step with the default learning rate": diagnoses.memoryLost });
  });

  it.each([["rmsprop", rmsprop], ["adam", adam]] as const)("recognises a rate that is not used, and steps uphill: %s", (name, rule) => {
    const causes = (step: (w: NDArray, dw: NDArray, config: any) => unknown) => new Set(checkUpdateRule(name, step).failures.flatMap(({ causes: found = [] }) => found));
    expect(causes((w, dw, config) => rule(w, dw, { ...config, learningRate: 1 }))).toEqual(new Set(["rateMissing"]));
    expect(causes((w, dw, config) => {
      const [next, kept] = rule(w, dw, config);
      return [w.add(w).sub(next), kept];
    })).toEqual(new Set(["uphill"]));
  });

  it.each<[string, { rate?: number; sign?: number; isLost?: boolean }]>([
    ["rateMissing", { rate: 1 }], ["uphill", { sign: -1 }], ["memoryLost", { isLost: true }],
  ])("recognises epsilon inside the root, and besides: %s", (cause, { rate, sign = 1, isLost = false }) => {
    const { failures } = checkUpdateRule("rmsprop", (w, dw, { learningRate = 1e-2, decayRate = 0.99, epsilon = 1e-8, cache = w.mul(0) }) => {
      const next = (isLost ? w.mul(0) : (cache as NDArray)).mul(decayRate).add(dw.mul(dw).mul(1 - decayRate));
      return [w.sub(dw.mul(sign * (rate ?? learningRate)).div(next.add(epsilon).sqrt())), { learningRate, decayRate, epsilon, cache: next }];
    });
    expect(failures.map(({ causes }) => causes)).toEqual(failures.map(() => ["epsilonInRoot", cause]));
    expect(failures).toHaveLength(3);
  });

  it("recognises epsilon inside the root", () => {
    const wrongRmsprop = (w: NDArray, dw: NDArray, { learningRate = 1e-2, decayRate = 0.99, epsilon = 1e-8, cache = w.mul(0) }) => {
      const next = cache.mul(decayRate).add(dw.mul(dw).mul(1 - decayRate));
      return [w.sub(dw.mul(learningRate).div(next.add(epsilon).sqrt())), { learningRate, decayRate, epsilon, cache: next }];
    };
    expect(failuresOf(checkUpdateRule("rmsprop", wrongRmsprop))["first step"]).toBe(diagnoses.epsilonInRoot);
    expect(failuresOf(checkUpdateRule("adam", adamWith({ inRoot: true })))["first step"]).toBe(diagnoses.epsilonInRoot);
  });

  it("recognises a bias correction that is missing, or comes too late", () => {
    expect(failuresOf(checkUpdateRule("adam", adamWith({ corrected: false })))["first step"]).toBe(diagnoses.noBiasCorrection);
    expect(failuresOf(checkUpdateRule("adam", adamWith({ raised: 0 })))["first step"]).toBe(diagnoses.noBiasCorrection);
    expect(failuresOf(checkUpdateRule("adam", adamWith({})))).toEqual({});
  });

  it("does not take NaN of any other origin for a late correction", () => {
    const nanEverywhere = (name: "rmsprop" | "adam") => failuresOf(checkUpdateRule(name, (w, dw, config) => [w.mul(NaN).add(dw), { ...config }]))["first step"];
    expect([nanEverywhere("rmsprop"), nanEverywhere("adam")]).toEqual([diagnoses.nanEverywhere, diagnoses.nanEverywhere]);
  });

  it("refuses a rule that there is none of", () => {
    expect(() => checkUpdateRule("sgdm" as "sgd", sgd)).toThrow(
      new RangeError('checkUpdateRule: unknown update rule "sgdm"; did you mean "sgd"? Valid: "sgd", "sgdMomentum", "rmsprop", "adam"'),
    );
  });
});

function adamWith({ inRoot = false, corrected = true, raised = 1 }) {
  return (w: NDArray, dw: NDArray, config: any) => {
    const { learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, t = 0 } = config;
    const m = (config.m ?? w.mul(0)).mul(beta1).add(dw.mul(1 - beta1)) as NDArray;
    const v = (config.v ?? w.mul(0)).mul(beta2).add(dw.mul(dw).mul(1 - beta2)) as NDArray;
    const mHat = corrected ? m.div(1 - beta1 ** (t + raised)) : m;
    const vHat = corrected ? v.div(1 - beta2 ** (t + raised)) : v;
    const divisor = inRoot ? vHat.add(epsilon).sqrt() : vHat.sqrt().add(epsilon);
    return [w.sub(mHat.mul(learningRate).div(divisor)), { ...config, m, v, t: t + 1 }];
  };
}
