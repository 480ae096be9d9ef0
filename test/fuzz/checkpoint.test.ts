import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { NDArray, RandomState, Solver, TwoLayerNet, type UpdateRuleName } from "../../src/index.js";
import { decodeNpz, encodeNpy, encodeNpz } from "../../src/numeric/npz/npy.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { fuzz } from "./fuzz.js";

const folder = temporaryFolder();

const drawn = new RandomState(5);
const data = { XTrain: drawn.randn(6, 2), yTrain: [0, 1, 0, 1, 0, 1], XVal: drawn.randn(2, 2), yVal: [0, 1] };
const net = () => new TwoLayerNet({ inputDim: 2, hiddenDim: 2, numClasses: 2, random: new RandomState(1) });

function checkpointOf(updateRule: UpdateRuleName): Buffer {
  const name = join(folder, updateRule);
  new Solver(net(), data, { updateRule, numEpochs: 1, batchSize: 3, verbose: false, checkpointName: name }).train();
  return readFileSync(`${name}_epoch_1.npz`);
}

/** Resumed, it stands at the file's place with numbers that training can go on from. */
function resume(bytes: Uint8Array): void {
  const path = join(folder, "input.npz");
  writeFileSync(path, bytes);
  const solver = Solver.resume(path, net(), data);
  expect(Object.keys(solver.optimConfigs)).toEqual(["W1", "b1", "W2", "b2"]);
  expect(solver.model.params.W1!.shape).toEqual([2, 2]);
  expect(solver.lossHistory).toHaveLength(2);
  expect(Number.isSafeInteger(solver.epoch)).toBe(true);
  expect(solver.options.random.randomSample()).toBeLessThan(1);
}

const seeds = (["sgd", "adam"] as const).map(checkpointOf);
const clear = /^(Solver\.resume|Solver): /;

it("checkpoints", () => fuzz({ seeds, clear, read: resume }));

it("the states in checkpoints", () => {
  const arrays = decodeNpz(seeds[1], "seed");
  const state = JSON.parse(Buffer.from(arrays.state!.data).toString());
  const key = JSON.stringify(state.random.key);
  // the long key is put back after the mutation, lest it take all of them
  const short = Buffer.from(JSON.stringify({ ...state, random: { ...state.random, key: "KEY" } }));
  return fuzz({
    seeds: [short],
    clear,
    read(bytes) {
      const text = Uint8Array.from(Buffer.from(bytes.toString("latin1").replace('"KEY"', key)));
      resume(encodeNpz({ ...arrays, state: new NDArray(text, [text.length]) }));
    },
  });
});

it("the arrays in checkpoints", () => {
  const { state, ...arrays } = decodeNpz(seeds[1], "seed");
  const whole = Object.fromEntries(Object.entries({ state: state!, ...arrays }).map(([name, array]) => [`${name}.npy`, encodeNpy(array)]));
  return fuzz({
    // under its name, so that a mutation also gives it another's
    seeds: Object.entries(arrays).map(([name, array]) => Buffer.concat([Buffer.from(`${name}.npy\n`), encodeNpy(array)])),
    clear,
    read(bytes) {
      const end = bytes.indexOf("\n");
      // a zip made anew has the right checksums, and all else stays whole
      resume(zipSync({ ...whole, [bytes.toString("latin1", 0, end)]: bytes.subarray(end + 1) }, { level: 0 }));
    },
  });
});
