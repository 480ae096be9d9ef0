import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { decodeNpz } from "../../../src/numeric/npz/npy.js";
import { RandomState, Solver, TwoLayerNet } from "../../../src/index.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe("checkpoints", () => {
  it("are written for every epoch, with model, options, histories and random state", () => {
    const random = new RandomState(5);
    const X = random.randn(30, 4);
    const y = random.randint(0, 3, 30);
    const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, random });
    const data = { XTrain: X.slice(0, 20), yTrain: y.slice(0, 20), XVal: X.slice(20), yVal: y.slice(20) };
    const solver = new Solver(model, data, {
      numEpochs: 2, batchSize: 10, updateRule: "adam", verbose: false, random, checkpointName: join(folder, "run"),
    });
    solver.train();

    expect(readdirSync(folder).sort()).toEqual(["run_epoch_0.npz", "run_epoch_1.npz", "run_epoch_2.npz"]);
    const { state, ...arrays } = decodeNpz(readFileSync(join(folder, "run_epoch_2.npz")), "checkpoint");
    expect(Object.keys(arrays)).toEqual(expect.arrayContaining(["params/W1", "best/b2", "config/W1/m", "config/b1/v"]));
    expect([...arrays["lossHistory"].data]).toEqual(solver.lossHistory);
    expect([...arrays["valAccHistory"].data]).toEqual(solver.valAccHistory);
    expect(arrays["best/W1"].data).toEqual(solver.bestParams.W1!.data);
    expect(JSON.parse(Buffer.from(state!.data as Uint8Array).toString())).toMatchObject({
      epoch: 2,
      bestValAcc: solver.bestValAcc,
      options: { updateRule: "adam", numEpochs: 2, batchSize: 10 },
      optimConfigs: { W1: { learningRate: 1e-3, beta1: 0.9, t: 4 } },
      random: random.getState(),
    });
  });
});
