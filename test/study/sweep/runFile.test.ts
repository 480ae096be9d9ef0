import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { openRunFile } from "../../../src/study/sweep/runFile.js";
import { shareData } from "../../../src/study/sweep/sharedData.js";
import type { TrialRun, TrialTask } from "../../../src/study/sweep/trialRun.js";
import { tinyData } from "./tinyData.js";

const data = shareData(tinyData(), 4);
const task: TrialTask = {
  trial: { number: 2, settings: { learningRate: 1e-3, reg: 0.1, hiddenDim: 50, lrDecay: 0.95 }, seed: 7 },
  epochs: 3,
  common: { batchSize: 100, updateRule: "sgd", weightScale: 1e-3, numClasses: 4, dtype: "float64" },
};
const run: TrialRun = {
  epochs: 3, divergence: "", bestValAcc: 0.3, trainAccHistory: [0.1, 0.2], valAccHistory: [0.1, 0.3], epochLosses: [2.3, 2.1, 2],
};

let folder = "";
let path = "";
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, "runs", "sweep.jsonl");
});

describe("openRunFile", () => {
  it("finds after a restart what was added before", () => {
    openRunFile(path, data).add(task, run);
    openRunFile(path, data).add({ ...task, epochs: 9 }, { ...run, epochs: 9 });
    const again = openRunFile(path, data);
    expect(again.find(task)).toEqual(run);
    expect(again.find({ ...task, epochs: 9 })).toEqual({ ...run, epochs: 9 });
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
  });

  it.each([
    ["settings", { ...task, trial: { ...task.trial, settings: { ...task.trial.settings, reg: 0.2 } } }],
    ["seed", { ...task, trial: { ...task.trial, seed: 8 } }],
    ["epochs", { ...task, epochs: 4 }],
    ["what all trainings share", { ...task, common: { ...task.common, batchSize: 50 } }],
  ])("does not take a run of other %s", (_, other) => {
    openRunFile(path, data).add(task, run);
    expect(openRunFile(path, data).find(other)).toBeUndefined();
  });

  it("does not take a run on other data", () => {
    openRunFile(path, data).add(task, run);
    const others = [
      shareData(tinyData(8), 4),
      { ...data, yVal: Int32Array.from(data.yVal, (label) => (label + 1) % 4) },
      { ...data, XTrain: { elements: (data.XTrain as { elements: Float64Array }).elements, shape: [90, 3, 4] } },
      { ...data, XVal: { ...data.XVal, elements: new Float32Array((data.XVal as { elements: Float64Array }).elements.buffer) } },
    ];
    for (const other of others) expect(openRunFile(path, other).find(task)).toBeUndefined();
  });

  it("knows data by what a view shows, wherever it lies in its memory", () => {
    const memory = Int32Array.from([0, 1, 2, ...data.yVal, 3, 3]);
    const view = (start: number) => ({ ...data, yVal: memory.subarray(start, start + data.yVal.length) });
    openRunFile(path, view(3)).add(task, run);
    expect(openRunFile(path, data).find(task)).toEqual(run);
    expect(openRunFile(path, view(2)).find(task)).toBeUndefined();
  });

  it("knows images by their pixels and their mean", () => {
    const images = (pixels: number, mean: number) => ({
      ...data, XTrain: { pixels: new Uint8Array(6).fill(pixels), mean: new Float64Array(3).fill(mean) },
    }) as unknown as typeof data;
    openRunFile(path, images(1, 0.5)).add(task, run);
    expect(openRunFile(path, images(1, 0.5)).find(task)).toEqual(run);
    expect(openRunFile(path, images(2, 0.5)).find(task)).toBeUndefined();
    expect(openRunFile(path, images(1, 0.6)).find(task)).toBeUndefined();
  });

  it("takes a run whatever number its trial has in the search", () => {
    openRunFile(path, data).add(task, run);
    expect(openRunFile(path, data).find({ ...task, trial: { ...task.trial, number: 0 } })).toEqual(run);
  });

  it("passes over a line that was cut short, and begins the next one anew", () => {
    openRunFile(path, data).add(task, run);
    const whole = readFileSync(path, "utf8");
    appendFileSync(path, whole.slice(0, 150));
    const file = openRunFile(path, data);
    expect(file.find(task)).toEqual(run);
    file.add({ ...task, epochs: 9 }, run);
    file.add({ ...task, epochs: 10 }, run);
    const again = openRunFile(path, data);
    expect([9, 10].map((epochs) => again.find({ ...task, epochs }))).toEqual([run, run]);
    expect(readFileSync(path, "utf8").split("\n").map((line) => line.length > 0)).toEqual([true, true, true, true, false]);
  });

  it("passes over what are no runs", () => {
    openRunFile(path, data).add(task, run);
    const line = JSON.parse(readFileSync(path, "utf8"));
    for (const broken of [
      "null", "3", "[]", "{}", "{", "\0\uffff",
      JSON.stringify({ ...line, bestValAcc: "0.3" }),
      JSON.stringify({ ...line, valAccHistory: [null] }),
      JSON.stringify({ ...line, trainAccHistory: [0.1, null, 0.2] }),
      JSON.stringify({ ...line, key: [line.key] }),
      JSON.stringify({ ...line, epochLosses: {} }),
      JSON.stringify({ ...line, divergence: undefined }),
    ]) {
      writeFileSync(path, `${broken}\n`);
      expect(openRunFile(path, data).find(task)).toBeUndefined();
    }
  });

  it("keeps nothing without a path", () => {
    const file = openRunFile(null, data);
    file.add(task, run);
    expect(file.find(task)).toBeUndefined();
  });

  it("says what to do where it cannot read or write", () => {
    expect(() => openRunFile(folder, data)).toThrow(
      new Error(`sweep: could not read ${folder} (EISDIR: illegal operation on a directory, read); name another file to keep the runs in`),
    );
    writeFileSync(join(folder, "runs"), "in the way");
    expect(() => openRunFile(path, data)).toThrow(/^sweep: could not read .*ENOTDIR.*; name another file to keep the runs in$/);
    rmSync(join(folder, "runs"));
    const file = openRunFile(path, data);
    writeFileSync(join(folder, "runs"), "in the way");
    expect(() => file.add(task, run)).toThrow(
      /^sweep: could not write .*sweep\.jsonl \(.*\); make room or name another file\. What was in it is still there$/,
    );
  });
});
