import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shareData } from "../../../src/study/sweep/sharedData.js";
import { startTrialPool, type TrialPool } from "../../../src/study/sweep/trialPool.js";
import { runTrial, type TrialTask } from "../../../src/study/sweep/trialRun.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { tinyData } from "./tinyData.js";

const mocked = vi.hoisted(() => ({ programs: { trial: new URL("file:///") } }));
vi.mock("../../../dist/study/workers/node/programs.js", () => mocked);
const programs = {
  dying: new URL("./dyingWorker.mjs", import.meta.url),
  missing: new URL("./noSuchWorker.mjs", import.meta.url),
};

const data = shareData(tinyData(), 4);
const task = (number: number, hiddenDim: number): TrialTask => ({
  trial: { number, settings: { learningRate: 0.05, reg: 0, hiddenDim, lrDecay: 1 }, seed: number },
  epochs: 2,
  common: { batchSize: 30, updateRule: "sgd", weightScale: 0.1, numClasses: 4, dtype: "float64" },
});

let folder = "";
let notes: string[] = [];
let pool: TrialPool | undefined;
let threads: Worker[] = [];
const countThread = (worker: Worker) => void threads.push(worker);
beforeEach(() => {
  folder = temporaryFolder();
  process.env["DYING_WORKER_MARKER"] = join(folder, "marker");
  notes = [];
  threads = [];
  process.on("worker", countThread);
});
afterEach(async () => {
  await pool?.stop();
  process.off("worker", countThread);
  delete process.env["DYING_WORKER_MARKER"];
});

async function start(worker: URL): Promise<TrialPool> {
  mocked.programs.trial = worker;
  return (pool = await startTrialPool({ data, numTrials: 3, workers: 2, note: (text) => notes.push(text) }));
}

describe("startTrialPool", () => {
  it("trains a trial again whose worker died, and says so", async () => {
    const { run } = await start(programs.dying);
    const [first, second, third] = await Promise.all([run(task(0, 5)), run(task(1, 13)), run(task(2, 6))]);
    expect(notes).toEqual(["trial 1 lost its worker (worker exited with code: 3) and was trained again"]);
    const [expected, params] = runTrial(task(1, 13), tinyData());
    expect(second!.run).toEqual(expected);
    expect(second!.params["W1"]).toEqual({ data: params["W1"].data, shape: [12, 13] });
    expect([first!.run.epochs, third!.run.epochs]).toEqual([2, 2]);
  });

  it("gives up a trial that loses its worker twice", async () => {
    const { run } = await start(programs.dying);
    await expect(run(task(2, 66))).rejects.toThrow(
      new Error("sweep: trial 2 lost its worker twice (worker exited with code: 3); if memory is short, try fewer workers"),
    );
  });

  it("passes on an error of the training as it is, and does not try again", async () => {
    const { run } = await start(programs.dying);
    await expect(run(task(0, -1))).rejects.toThrow(new RangeError("TwoLayerNet: expected hiddenDim to be a whole number of 1 or more, got -1"));
    expect(notes).toEqual([]);
  });

  it("fails instead of waiting where workers cannot start", async () => {
    const { run } = await start(programs.missing);
    const runs = [0, 1, 2].map((number) => run(task(number, 5)));
    for (const result of await Promise.allSettled(runs)) {
      expect(result).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(/lost its worker twice \(.*noSuchWorker/) } });
    }
    // Every one of them tells its error, the second too: nothing of it may go unheard.
    await expect.poll(() => threads.filter(({ threadId }) => threadId === -1).length).toBeGreaterThan(1);
  });

  it("counts iterations, from nothing in each training", async () => {
    const { run, iterationsOf, stop } = await start(programs.dying);
    await run(task(1, 5));
    expect([0, 1, 2].map(iterationsOf)).toEqual([0, 6, 0]);
    const terminated = (number: number, epochs: number) =>
      expect(run({ ...task(number, 5), epochs })).rejects.toThrow("Terminating worker thread");
    const ends = [terminated(0, 1e9), terminated(2, 1e9)];
    while (iterationsOf(0) === 0 || iterationsOf(2) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // Both workers are busy: this one waits.
    ends.push(terminated(1, 3));
    expect(iterationsOf(1)).toBe(0);
    await stop();
    await Promise.all(ends);
  });

  it("stops in the middle, for good", async () => {
    const { run, iterationsOf, stop } = await start(programs.dying);
    const endless = expect(run({ ...task(1, 5), epochs: 1e9 })).rejects.toThrow("Terminating worker thread");
    while (iterationsOf(1) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = threads.length;
    await Promise.all([stop(), stop()]);
    await endless;
    expect(threads).toHaveLength(before);
    expect(threads.every(({ threadId }) => threadId === -1)).toBe(true); // as Node numbers a thread that has ended
    const reached = iterationsOf(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(iterationsOf(1)).toBe(reached);
    expect(notes).toEqual([]);
  });
});
