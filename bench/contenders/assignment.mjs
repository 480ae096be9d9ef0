/** The library's side of the assignment: load CIFAR-10, 10 epochs with their accuracy checks. */
import { backend, getCifar10Data, RandomState, Solver, TwoLayerNet } from "two-layer-net";
import { contend } from "./contender.mjs";

const [, , dtype, dir] = process.argv;

await contend(() => {
  const start = performance.now();
  const data = getCifar10Data({ dir });
  const loaded = performance.now();
  const random = new RandomState(0);
  const model = new TwoLayerNet({ hiddenDim: 50, reg: 0.1, dtype, random });
  const options = { batchSize: 100, numEpochs: 10, verbose: false, random, optimConfig: { learningRate: 1e-3 } };
  const solver = new Solver(model, data, options);
  solver.train();
  const end = performance.now();
  return { ms: [end - start, loaded - start, end - loaded], check: solver.valAccHistory.at(-1), backend: backend() };
});
