import { describe, expect, it, vi } from "vitest";
import { RandomState, Solver, TwoLayerNet } from "../../../src/index.js";
import { runTrial, type TrialTask } from "../../../src/study/sweep/trialRun.js";
import { tinyData } from "./tinyData.js";

const data = tinyData();
const settings = { learningRate: 0.05, reg: 0.01, hiddenDim: 8, lrDecay: 0.9 };
const task: TrialTask = {
  trial: { number: 3, settings, seed: 11 },
  epochs: 3,
  common: { batchSize: 30, updateRule: "sgdMomentum", weightScale: 0.1, numClasses: 4, dtype: "float64" },
};

describe("runTrial", () => {
  it("is a Solver's training from the trial's seed, weights drawn first", () => {
    const random = new RandomState(11);
    const model = new TwoLayerNet({ inputDim: 12, hiddenDim: 8, numClasses: 4, weightScale: 0.1, reg: 0.01, random });
    const solver = new Solver(model, data, {
      updateRule: "sgdMomentum", optimConfig: { learningRate: 0.05 }, lrDecay: 0.9, batchSize: 30, numEpochs: 3, verbose: false, random,
    });
    solver.train();
    const [run, params] = runTrial(task, data);
    expect(run).toMatchObject({
      epochs: 3, divergence: "", bestValAcc: solver.bestValAcc, trainAccHistory: solver.trainAccHistory, valAccHistory: solver.valAccHistory,
    });
    expect(params["W1"].data).toEqual(model.params.W1.data);
    const mean = (epoch: number) => solver.lossHistory.slice(3 * epoch, 3 * epoch + 3).reduce((sum, loss) => sum + loss, 0) / 3;
    expect(run.epochLosses).toEqual([mean(0), mean(1), mean(2)]);
  });

  it("begins as a shorter one of the same trial does", () => {
    const [long] = runTrial({ ...task, epochs: 5 }, data);
    const [short] = runTrial(task, data);
    expect(long.valAccHistory.slice(0, 4)).toEqual(short.valAccHistory);
    expect(long.trainAccHistory.slice(0, 4)).toEqual(short.trainAccHistory);
    expect(long.epochLosses.slice(0, 3)).toEqual(short.epochLosses);
  });

  it("tells of every iteration", () => {
    const told: number[] = [];
    runTrial({ ...task, epochs: 1 }, data, (iteration) => told.push(iteration));
    expect(told).toEqual([1, 2, 3]);
  });

  it("prints nothing", () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    runTrial(task, data);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it("takes divergence as a result", () => {
    const [run, params] = runTrial({ ...task, trial: { ...task.trial, settings: { ...settings, learningRate: 1e200 } } }, data);
    expect(run.divergence).toMatch(/^Solver: .* training has diverged/);
    expect(run.epochs).toBe(3);
    expect(params["W1"].data.every(Number.isFinite)).toBe(true);
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });

  it("throws what is no divergence", () => {
    expect(() => runTrial(task, { ...data, XTrain: data.XTrain.slice(0, 0), yTrain: [] })).toThrow(RangeError);
    const broken = { update: () => {} } as unknown as (iteration: number) => void;
    expect(() => runTrial(task, data, broken)).toThrow(TypeError);
  });
});
