/**
 * A run long enough to be killed in its middle: `node longRun.mjs <name> [checkpoint]` trains, or goes on from a
 * checkpoint, and writes what it ended with to `<name>.json`. Plain JavaScript on the built library, as its
 * test kills it.
 */
import { writeFileSync } from "node:fs";
import { RandomState, Solver, TwoLayerNet } from "../../dist/index.js";

const [name, checkpoint] = process.argv.slice(2);
const random = new RandomState(5);
const X = random.randn(240, 30);
const y = random.randint(0, 4, 240);
const data = { XTrain: X.slice(0, 200), yTrain: y.slice(0, 200), XVal: X.slice(200), yVal: y.slice(200) };
const model = new TwoLayerNet({ inputDim: 30, hiddenDim: 20, numClasses: 4, weightScale: 0.1, reg: 0.01, random });
const solver =
  checkpoint === undefined
    ? new Solver(model, data, {
      updateRule: "adam", lrDecay: 0.99, numEpochs: 60, batchSize: 10, numTrainSamples: 50, numValSamples: 30,
      random, verbose: false, checkpointName: name,
    })
    : Solver.resume(checkpoint, model, data);
solver.train();
const { epoch, lossHistory, trainAccHistory, valAccHistory, bestValAcc, options } = solver;
const params = Object.fromEntries(Object.entries(model.params).map(([key, array]) => [key, array.toList()]));
writeFileSync(`${name}.json`, JSON.stringify({
  epoch, lossHistory, trainAccHistory, valAccHistory, bestValAcc, params, random: options.random.getState(),
}));
