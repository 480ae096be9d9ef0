import { describe, expect, it } from "vitest";
import { array, ImageSet, RandomState, Solver, type SolverOptions, type TrainingData, TwoLayerNet, zeros } from "../../../src/index.js";

const model = () => new TwoLayerNet({ inputDim: 2, hiddenDim: 3, numClasses: 2, random: new RandomState(0) });
const data: TrainingData = { XTrain: zeros([4, 2]), yTrain: [0, 1, 0, 1], XVal: zeros([2, 2]), yVal: [0, 1] };
const solver = (options: object, changed: object = {}) => () =>
  new Solver(model(), { ...data, ...changed }, options as SolverOptions);

describe("Solver refuses options", () => {
  it("with unknown names, and says which was meant", () => {
    expect(solver({ learningRate: 1 })).toThrow(
      new TypeError(
        'Solver: unknown option "learningRate"; Valid: "updateRule", "optimConfig", "lrDecay", "batchSize", "numEpochs", ' +
        '"numTrainSamples", "numValSamples", "printEvery", "verbose", "checkpointName", "random", "log", "progress"',
      ),
    );
    expect(solver({ num_epochs: 1 })).toThrow(/^Solver: unknown option "num_epochs"; did you mean "numEpochs"\? Valid: /);
    expect(solver({ updateRule: "momentum" })).toThrow(/^Solver: unknown update rule "momentum"; /);
  });

  it.each([
    [{ batchSize: 0 }, "Solver: expected batchSize to be a whole number of 1 or more, got 0"],
    [{ numEpochs: -2 }, "Solver: expected numEpochs to be a whole number of 1 or more, got -2"],
    [{ numEpochs: 1.5 }, "Solver: expected numEpochs to be a whole number of 1 or more, got 1.5"],
    [{ printEvery: 0 }, "Solver: expected printEvery to be a whole number of 1 or more, got 0"],
    [{ numTrainSamples: 0 }, "Solver: expected numTrainSamples to be a whole number of 1 or more, got 0"],
    [{ numValSamples: -1 }, "Solver: expected numValSamples to be a whole number of 1 or more, got -1"],
    [{ lrDecay: 0 }, "Solver: expected lrDecay to be a positive number, got 0"],
    [{ optimConfig: { learningRate: -1 } }, "Solver: expected optimConfig.learningRate to be a positive number, got -1"],
    [{ optimConfig: { learningRate: "1e-3" } }, 'Solver: expected optimConfig.learningRate to be a positive number, got "1e-3"'],
  ])("out of range: %j", (options, text) => {
    expect(solver(options)).toThrow(new RangeError(text));
  });

  it("but takes undefined as not given, and null for all samples", () => {
    const { options } = solver({ batchSize: undefined, numTrainSamples: null })();
    expect([options.batchSize, options.numTrainSamples, options.lrDecay]).toEqual([100, null, 1]);
  });
});

describe("Solver refuses data", () => {
  const withValue = (value: number) => {
    const X = zeros([4, 2]);
    X.set([2, 1], value);
    return X;
  };

  it.each([
    [{ yVal: undefined }, new TypeError("Solver: expected data to have XTrain, yTrain, XVal and yVal, yVal is missing")],
    [{ XTrain: zeros([0, 2]), yTrain: [] }, new RangeError("Solver: expected XTrain to hold at least one example, got shape (0, 2)")],
    [{ XVal: zeros([0, 2]), yVal: [] }, new RangeError("Solver: expected XVal to hold at least one example, got shape (0, 2)")],
    [{ XTrain: withValue(NaN) }, new RangeError("Solver: expected XTrain to hold finite numbers, got NaN in example 2; remove or mend such examples")],
    [{ XTrain: array([[NaN, 0], [0, 0], [0, 0], [0, 0]]) }, new RangeError("Solver: expected XTrain to hold finite numbers, got NaN in example 0; remove or mend such examples")],
    [{ XTrain: withValue(-Infinity) }, new RangeError("Solver: expected XTrain to hold finite numbers, got -Infinity in example 2; remove or mend such examples")],
    [{ XVal: zeros([2, 3]) }, new RangeError("Solver: expected XTrain and XVal to hold examples of one shape, got (4, 2) and (2, 3)")],
    [{ yTrain: [0, 1] }, new RangeError("Solver, yTrain: expected y to have 4 labels, got 2")],
    [{ yTrain: [0, 1, 2, 0] }, new RangeError("Solver, yTrain: expected labels from 0 to 1, got 2 at index 2")],
    [{ yVal: [0, 0.5] }, new TypeError("Solver, yVal: expected labels to be whole numbers, got 0.5 at index 1")],
  ])("%#", (changed, error) => {
    expect(solver({}, changed)).toThrow(error);
  });

  it("but takes sets of images, which hold nothing but numbers", () => {
    const images = new ImageSet(new Uint8Array(4 * 3072));
    const model = new TwoLayerNet({ hiddenDim: 3, numClasses: 2, random: new RandomState(0) });
    expect(() => new Solver(model, { ...data, XTrain: images, XVal: images.slice(2) })).not.toThrow();
  });

  it("that does not fit the model", () => {
    expect(solver({}, { XTrain: zeros([4, 3]), XVal: zeros([2, 3]) })).toThrow(
      new RangeError("TwoLayerNet.scores: expected X to have shape (N, 2), got (1, 3)"),
    );
  });
});
