/** What the browser and Node both compute, for their bits to be compared. */
import { affineBackward, affineForward, evalNumericalGradient, evalNumericalGradientArray, loadImages, RandomState, relError, softmaxLoss, Solver, svmLoss, TwoLayerNet, useBackend } from "two-layer-net";

export interface Results {
  readonly engine: string;
  /** Every number in full, by what it is. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

export function compute(threads: number, file: string): Results {
  const engine = useBackend("wasm", { threads });
  const random = new RandomState(231);
  const [x, w, b, dout] = [random.randn(10, 2, 3), random.randn(6, 5), random.randn(5), random.randn(10, 5)];
  const [, cache] = affineForward(x, w, b);
  const { dx, dw, db } = affineBackward(dout, cache);
  const numeric = evalNumericalGradientArray((x) => affineForward(x, w, b)[0], x, dout);
  const scores = random.randn(50, 10).mul(3);
  const y = random.randint(0, 10, 50);
  const [softmax, dsoftmax] = softmaxLoss(scores, y);
  const [svm, dsvm] = svmLoss(scores, y);
  const softmaxError = relError(evalNumericalGradient((x) => softmaxLoss(x, y)[0], scores), dsoftmax);
  const data = loadImages({ numTraining: 400, numValidation: 100, numTest: 100 });
  const model = new TwoLayerNet({ hiddenDim: 50, random });
  const solver = new Solver(model, data, { numEpochs: 5, batchSize: 100, optimConfig: { learningRate: 1e-3 }, verbose: false, random });
  solver.train();
  model.save(file);
  const again = new TwoLayerNet({ hiddenDim: 50, random });
  again.load(file);
  const arrays = { dx, dw, db, numeric, dsoftmax, dsvm, W2: model.params.W2, loaded: again.params.W1 };
  return {
    engine,
    numbers: {
      ...Object.fromEntries(Object.entries(arrays).map(([name, { data }]) => [name, Array.from(data)])),
      losses: [softmax, svm, softmaxError, ...solver.lossHistory],
      accuracies: [...solver.trainAccHistory, ...solver.valAccHistory],
    },
  };
}
