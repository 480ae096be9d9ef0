/** The library's side of the training step: the Solver, timed from one iteration to the next. */
import { backend, ImageSet, NDArray, RandomState, Solver, TwoLayerNet } from "two-layer-net";
import { contend } from "./contender.mjs";
import { exampleLabels, examplePixels, meanRow } from "./exampleImages.mjs";

const ROWS = 4000;
const pixels = examplePixels(ROWS);
const X = new ImageSet(pixels, meanRow(pixels));
const y = new NDArray(exampleLabels(ROWS), [ROWS]);
const random = new RandomState(0);
const model = new TwoLayerNet({ hiddenDim: 50, reg: 0.1, dtype: process.argv[2], random });
let last = 0;
let times = [];
const progress = {
  update() {
    const now = performance.now();
    times.push(now - last);
    last = now;
  },
  end() {},
};
const data = { XTrain: X, yTrain: y, XVal: X.slice(0, 1), yVal: y.slice(0, 1) };
// Accuracy over all training rows draws nothing, so that batches are those of the other contenders.
const options = {
  batchSize: 100,
  numEpochs: 1,
  numTrainSamples: null,
  verbose: false,
  random,
  progress,
  optimConfig: { learningRate: 1e-3 },
};
let check;

await contend((steps) => {
  const ms = [];
  for (let done = 0; done < steps; done += ROWS / options.batchSize) {
    times = [];
    const solver = new Solver(model, data, options);
    solver.train();
    check ??= solver.lossHistory.at(-1);
    // The first iteration waits for memory, and both the first and the last check the accuracy.
    ms.push(...times.slice(1, -1));
  }
  return { ms, check, backend: backend() };
});
