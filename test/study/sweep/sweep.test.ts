import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { Solver, zeros } from "../../../src/index.js";
import { halvingFigure, logUniform, sweep, type SweepOptions, type SweepResult, type SweepState } from "../../../src/study/index.js";
import { tinyData } from "./tinyData.js";

const data = tinyData();
const space = { learningRate: logUniform(1e-3, 0.3), hiddenDim: [4, 8], lrDecay: [0.9, 1] };
const common: SweepOptions = { numClasses: 4, batchSize: 30, weightScale: 0.1 };
const options: SweepOptions = { ...common, trials: 6, rungs: [1, 3, 6], keep: 0.5, seed: 1, workers: 2 };

const folder = temporaryFolder();
let whole: SweepResult;
beforeAll(async () => {
  whole = await sweep(data, space, options);
});

describe("sweep", () => {
  it("halves: the best half of each rung goes on", () => {
    const { trials, best } = whole;
    const reached = (epochs: number) => trials.filter((trial) => trial.epochs >= epochs);
    expect([1, 3, 6].map((epochs) => reached(epochs).length)).toEqual([6, 3, 2]);
    expect(trials.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(trials.filter(({ status }) => status === "finished").map(({ epochs }) => epochs)).toEqual([6, 6]);
    expect(trials.filter(({ status }) => status === "stopped")).toHaveLength(4);
    const afterFirst = (trial: (typeof trials)[0]) => Math.max(...trial.valAccHistory.slice(0, 2));
    const [worstOn, bestOff] = [Math.min(...reached(3).map(afterFirst)), Math.max(...trials.filter(({ epochs }) => epochs === 1).map(afterFirst))];
    expect(worstOn).toBeGreaterThanOrEqual(bestOff);
    expect(best.bestValAcc).toBe(Math.max(...trials.map(({ bestValAcc }) => bestValAcc)));
  });

  it("gives back the best network", () => {
    const { best, bestModel } = whole;
    expect(bestModel.params.W1.shape).toEqual([12, best.settings.hiddenDim]);
    expect(bestModel.reg).toBe(best.settings.reg);
    expect(new Solver(bestModel, data, { verbose: false }).checkAccuracy(data.XVal, data.yVal)).toBe(best.bestValAcc);
  });

  it("gives results that the figures of a search take", () => {
    const { data } = halvingFigure(whole.trials, [1, 3, 6]);
    expect(data.map(({ name }) => name)).toEqual([...Array(4).fill("stopped early"), ...Array(2).fill("trained to the end")]);
  });

  it("comes to the same with any number of workers", async () => {
    for (const workers of [1, 3]) {
      const { trials, bestModel } = await sweep(data, space, { ...options, workers });
      expect(trials).toEqual(whole.trials);
      expect(bestModel.params.W1.data).toEqual(whole.bestModel.params.W1.data);
    }
  });

  it("takes divergence as a result, and the best of the others", async () => {
    const { trials, best } = await sweep(data, { learningRate: [1e200, 0.05], hiddenDim: [4] }, { ...common, rungs: [1, 2], keep: 1 });
    expect(trials.map(({ status, epochs }) => [status, epochs])).toEqual([["diverged", 1], ["finished", 2]]);
    expect(trials[0].divergence).toMatch(/training has diverged/);
    expect(best.number).toBe(1);
  });

  it("says so when all diverge", async () => {
    await expect(sweep(data, { learningRate: [1e200, 1e201] }, { ...common, rungs: [1] })).rejects.toThrow(
      new Error("sweep: all 2 trials diverged; search lower learning rates, e.g. a tenth of these"),
    );
  });

  it("passes on what is wrong with the data", async () => {
    const broken = { ...data, XVal: zeros([40, 12]).mul(NaN) };
    await expect(sweep(broken, space, options)).rejects.toThrow(/^Solver: expected XVal to hold finite numbers, got NaN in example 0/);
  });

  it("tells how far it has come, and of its end also when it fails", async () => {
    const states: SweepState[] = [];
    let ends = 0;
    const listeners = process.listenerCount("kernel:interrupt");
    const progress = { update: (state: SweepState) => states.push(state), end: () => ends++ };
    const { best } = await sweep(data, space, { ...options, progress });
    expect(states.at(-1)).toEqual({
      iteration: 81, numIterations: 3 * (6 * 1 + 3 * 3 + 2 * 6), rung: 3, numRungs: 3, runs: 11, numRuns: 11, bestValAcc: best.bestValAcc,
    });
    expect(states.map(({ runs }) => runs)).toEqual([...states.map(({ runs }) => runs)].sort((a, b) => a - b));
    await expect(sweep(data, { learningRate: [1e200] }, { ...common, rungs: [1], progress })).rejects.toThrow();
    expect(ends).toBe(2);
    expect(process.listenerCount("kernel:interrupt")).toBe(listeners);
  });
});

describe("sweep with a file", () => {
  const file = join(folder, "sweep.jsonl");

  it("skips what the file has, to the same results and network", async () => {
    const first = await sweep(data, space, { ...options, file });
    expect(first.reusedRuns).toBe(0);
    const lines = readFileSync(file, "utf8");
    const again = await sweep(data, space, { ...options, file });
    expect(again.reusedRuns).toBe(11);
    expect(again.trials).toEqual(first.trials);
    expect(again.bestModel.params.W2.data).toEqual(first.bestModel.params.W2.data);
    expect(readFileSync(file, "utf8")).toBe(lines);
    writeFileSync(file, `${lines.split("\n").slice(0, 4).join("\n")}\n`);
    const partly = await sweep(data, space, { ...options, file });
    expect(partly.reusedRuns).toBe(4);
    expect(partly.trials).toEqual(first.trials);
  });

  it("adds trials to those that it has", async () => {
    const more = await sweep(data, space, { ...options, file, trials: 8 });
    expect(more.reusedRuns).toBeGreaterThanOrEqual(6);
    const seeds = more.trials.map(({ seed }) => seed);
    expect(seeds.slice(0, 6)).toEqual(whole.trials.map(({ seed }) => seed));
  });

  it("goes on after an abort where it stopped", async () => {
    const path = join(folder, "aborted.jsonl");
    const controller = new AbortController();
    const reason = new Error("enough");
    const progress = { update: ({ runs }: SweepState) => void (runs === 3 && controller.abort(reason)), end: () => {} };
    await expect(sweep(data, space, { ...options, file: path, progress, signal: controller.signal })).rejects.toBe(reason);
    const kept = readFileSync(path, "utf8").trim().split("\n").length;
    expect(kept).toBeGreaterThanOrEqual(3);
    const { reusedRuns, trials } = await sweep(data, space, { ...options, file: path });
    expect(reusedRuns).toBe(kept);
    expect(trials).toEqual(whole.trials);
  });

  it("says after an interrupt how to go on", async () => {
    const path = join(folder, "interrupted.jsonl");
    const interrupt = () => (process as NodeJS.EventEmitter).emit("kernel:interrupt");
    const progress = { update: ({ runs }: SweepState) => void (runs === 1 && interrupt()), end: () => {} };
    await expect(sweep(data, space, { ...options, file: path, progress })).rejects.toThrow(
      `sweep: interrupted after 1 of 11 trainings; the finished ones are kept in ${path}: start the sweep again to go on`,
    );
    await expect(sweep(data, space, { ...options, progress })).rejects.toThrow(
      "sweep: interrupted after 1 of 11 trainings; name a `file` to keep finished trainings in",
    );
  });
});
