/** The numbers of the playground are those of the library, to the last bit. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { RandomState, Solver, TwoLayerNet, useBackend } from "../../../src/index.js";
import { ActivationNet, activations, trainSteps } from "../../../src/study/index.js";
import { codeLine } from "../../../src/play/playground/codeLine.js";
import { Run } from "../../../src/play/playground/run.js";
import { activationNames, defaults, type Settings } from "../../../src/play/playground/settings.js";

afterEach(() => {
  vi.restoreAllMocks();
  useBackend("auto");
});

const WIDER: Settings = { ...defaults, hiddenDim: 12, reg: 0.01 };

function stepped(settings: Settings, steps = 100): Run {
  const run = new Run(settings);
  for (let i = 0; i < steps; i++) run.step();
  return run;
}

/** What the shown code makes, run as it stands. */
function byCode(settings: Settings): { model: TwoLayerNet; solver: Solver; random: RandomState; data: { XTrain: Run["data"]["train"]["X"]; yTrain: readonly number[] } } {
  const { train, test } = new Run(settings).data;
  const data = { XTrain: train.X, yTrain: train.y, XVal: test.X, yVal: test.y };
  const library = { RandomState, TwoLayerNet, ActivationNet, activations, Solver, data };
  return { ...new Function(...Object.keys(library), `${codeLine(settings)}\nreturn { model, solver, random };`)(...Object.values(library)), data };
}

/** A page computes with plain loops, whose sums differ in the last bits from those of the embedded engine. */
describe.each(["plain", "wasm"] as const)("on the engine %s", (engine) => {
  it.each(activationNames)("100 steps with %s have the losses of the Solver that the shown code makes", (activation) => {
    useBackend(engine);
    vi.spyOn(console, "log").mockReturnValue();
    const settings = { ...WIDER, activation };
    const { solver } = byCode(settings);
    solver.train();
    expect(solver.lossHistory).toHaveLength(100);
    expect(stepped(settings).losses).toEqual(solver.lossHistory);
  });

  it.each(activationNames)("and with %s end with the parameters of the library's own steps", (activation) => {
    useBackend(engine);
    const settings = { ...WIDER, activation };
    const { model, random, data } = byCode(settings);
    trainSteps(model, data.XTrain, data.yTrain, { steps: 100, batchSize: settings.batchSize, learningRate: settings.learningRate, random });
    const { params } = stepped(settings).net;
    for (const [name, { data: numbers }] of Object.entries(model.params)) expect(Array.from(params[name as "W1"].data), name).toEqual(Array.from(numbers));
  });
});

describe("measure", () => {
  it("counts what is right, and the units that let no gradient through", () => {
    const run = new Run({ ...defaults, hiddenDim: 3 });
    const { params } = run.net;
    for (const [name, values] of Object.entries({ W1: [0, 1, 0, 0, 0, 0], b1: [-1, 0, 1], W2: [0, 0, 0, 0, 0, 0], b2: [1, 0] })) params[name as "W1"].data.set(values);
    const { trainAcc, testAcc, dead, shut, weights } = run.measure();
    expect([trainAcc, testAcc, weights]).toEqual([0.5, 0.5, [1, 0]]);
    expect(dead).toEqual([true, false, false]);
    const negative = Array.from(run.data.train.X.data).filter((value, i) => i % 2 === 0 && value <= 0).length / 200;
    expect(shut).toBeCloseTo((1 + negative) / 3, 12);
  });

  it("goes on where the loss is no number any more, and no step counts there", () => {
    const run = stepped({ ...defaults, learningRate: 100, weightScale: 100, reg: 10 }, 2000);
    expect(run.diverged).toBe(true);
    const steps = run.losses.length;
    run.step();
    expect(run.losses).toHaveLength(steps);
    expect(run.measure().dead).toHaveLength(8);
  });
});
