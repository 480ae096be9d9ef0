/**
 * A sweep long enough to be killed in its middle: `node sweepRun.mjs <folder>` keeps its trainings in the folder's
 * `sweep.jsonl` and writes what it found to `found.json`. Plain JavaScript on the built library.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { matmul, RandomState } from "../../dist/index.js";
import { logUniform, sweep } from "../../dist/study/index.js";

const [folder] = process.argv.slice(2);
const random = new RandomState(7);
const X = random.randn(130, 12);
const y = matmul(X, random.randn(12, 4)).add(random.randn(130, 4).mul(0.5)).argmax(1);
const data = { XTrain: X.slice(0, 90), yTrain: y.slice(0, 90), XVal: X.slice(90), yVal: y.slice(90) };
const space = { learningRate: logUniform(0.01, 1), reg: [0, 0.1], hiddenDim: [10, 20] };
const options = { trials: 12, rungs: [20, 60], numClasses: 4, batchSize: 10, weightScale: 0.1, workers: 2, file: join(folder, "sweep.jsonl") };
const { trials, best, bestModel, reusedRuns } = await sweep(data, space, options);
const params = Object.fromEntries(Object.entries(bestModel.params).map(([name, array]) => [name, array.toList()]));
writeFileSync(join(folder, "found.json"), JSON.stringify({ found: { trials, best, params }, reusedRuns }));
