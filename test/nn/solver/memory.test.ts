import { expect, it } from "vitest";
import { placedZeros, release } from "../../../src/numeric/array/placement.js";
import { ImageSet, RandomState, Solver, TwoLayerNet, type TrainingProgress } from "../../../src/index.js";

const STEPS = 20_000;
const WARM = 2_000;
const ROWS = 1_000;
const BATCH = 10;

/** Bytes of engine memory, used or free. */
function engineBytes(): number {
  const probe = placedZeros([1], "float64");
  release(probe);
  return probe.data.buffer.byteLength;
}

it("trains for 20,000 steps without growth: neither of the engine's memory nor of the process", () => {
  const random = new RandomState(0);
  const X = new ImageSet(Uint8Array.from(random.randint(0, 256, ROWS * 3072).data));
  const y = random.randint(0, 4, ROWS);
  const model = new TwoLayerNet({ hiddenDim: 5, numClasses: 4, random });
  const seen = new Map<number, { engine: number; process: number }>();
  const progress: TrainingProgress = {
    update({ iteration }) {
      if (iteration === WARM || iteration === STEPS) seen.set(iteration, { engine: engineBytes(), process: process.memoryUsage.rss() });
    },
    end() {},
  };
  const data = { XTrain: X, yTrain: y, XVal: X.slice(0, 10), yVal: y.slice(0, 10) };
  const options = { batchSize: BATCH, numEpochs: (STEPS * BATCH) / ROWS, numTrainSamples: 10, verbose: false, random, progress };
  const before = engineBytes();
  new Solver(model, data, { ...options, optimConfig: { learningRate: 1e-6 } }).train();
  const [warm, end] = [seen.get(WARM)!, seen.get(STEPS)!];
  expect(end.engine).toBe(warm.engine);
  expect(engineBytes() - before).toBeLessThan(4 << 20);
  // A minibatch kept by each step would be 4 GB, a gradient of W1 2 GB.
  expect(end.process - warm.process).toBeLessThan(200 << 20);
}, 120_000);
