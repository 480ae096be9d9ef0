/** A value of the wrong kind is refused with a text that names the function, the argument and the value. */
import { describe, expect, it } from "vitest";
import {
  adam, affineBackward, affineForward, affineReluBackward, affineReluForward, confidentMistakes, confusionFigure, evalNumericalGradient,
  evalNumericalGradientArray, gradCheckSparse, imageGrid, leakyReluBackward, leakyReluForward, matmul, NDArray, RandomState, relError,
  reluBackward, reluForward, rmsprop, sgd, sgdMomentum, sigmoidBackward, sigmoidForward, softmaxLoss, Solver, svmLoss, tanhBackward,
  tanhForward, TwoLayerNet, weightImages, zeros,
} from "../../src/index.js";

const wrong: readonly [name: string, value: unknown][] = [
  ["undefined", undefined], ["null", null], ["NaN", NaN], ["a text", "abc"], ["true", true], ["a bigint", 5n], ["an object", {}],
  ["a list of texts", ["a"]], ["nested lists", [[1, 2], [3, 4]]], ["a date", new Date(0)], ["a promise", Promise.resolve(1)],
  ["what only looks like an array", { shape: [4, 6], data: new Float64Array(24), dtype: "float64" }],
  ["a forward pass's result", reluForward(zeros([2, 2]))],
];

const [x, w, b, y] = [zeros([4, 6]), zeros([6, 3]), zeros(3), [0, 1, 2, 1]];
const dout = zeros([4, 3]);
const model = new TwoLayerNet({ inputDim: 6, hiddenDim: 5, numClasses: 3 });
const data = { XTrain: x, yTrain: y, XVal: x, yVal: y };

/** Functions with arguments that they take; each argument in turn is then one of a wrong kind. */
const calls: Record<string, [call: (...args: never[]) => unknown, ...args: unknown[]]> = {
  matmul: [matmul, x, w],
  add: [(other: NDArray) => x.add(other), x],
  affineForward: [affineForward, x, w, b],
  affineBackward: [affineBackward, dout, affineForward(x, w, b)[1]],
  affineReluForward: [affineReluForward, x, w, b],
  affineReluBackward: [affineReluBackward, dout, affineReluForward(x, w, b)[1]],
  reluForward: [reluForward, x],
  reluBackward: [reluBackward, x, reluForward(x)[1]],
  sigmoidForward: [sigmoidForward, x],
  sigmoidBackward: [sigmoidBackward, x, sigmoidForward(x)[1]],
  tanhForward: [tanhForward, x],
  tanhBackward: [tanhBackward, x, tanhForward(x)[1]],
  leakyReluForward: [leakyReluForward, x],
  leakyReluBackward: [leakyReluBackward, x, leakyReluForward(x)[1]],
  softmaxLoss: [softmaxLoss, dout, y],
  svmLoss: [svmLoss, dout, y],
  evalNumericalGradient: [evalNumericalGradient, () => 0, x],
  evalNumericalGradientArray: [evalNumericalGradientArray, (v: NDArray) => v, x, x],
  gradCheckSparse: [gradCheckSparse, () => 0, x, x],
  sgd: [sgd, w, w],
  sgdMomentum: [sgdMomentum, w, w],
  rmsprop: [rmsprop, w, w],
  adam: [adam, w, w],
  scores: [(X: NDArray) => model.scores(X), x],
  loss: [(X: NDArray, y: number[]) => model.loss(X, y), x, y],
  XTrain: [(XTrain: NDArray) => new Solver(model, { ...data, XTrain }), x],
  yVal: [(yVal: number[]) => new Solver(model, { ...data, yVal }), y],
  checkAccuracy: [(X: NDArray, y: number[]) => new Solver(model, data).checkAccuracy(X, y), x, y],
  imageGrid: [imageGrid, zeros([1, 2, 2, 3])],
  weightImages: [weightImages, zeros([3072, 1])],
  confusionFigure: [(matrix: NDArray) => confusionFigure(matrix, ["a"]), zeros([1, 1])],
  confidentMistakes: [(scores: NDArray) => confidentMistakes(scores, y, 1), dout],
};

/** What is said of a wrong value in the place of a right one. */
function expected(right: unknown): RegExp {
  if (right instanceof NDArray) return /^[\w.]+: expected .+ to be an NDArray, got |^Solver: expected data to have .+ is missing$/;
  if (typeof right === "function") return /^\w+: expected f to be a function, got /;
  if (Array.isArray(right)) return /^[\w., ]+: expected (y to (be an array of labels|have \d+ labels)|labels to be whole numbers), got |^Solver: expected data to have .+ is missing$/;
  return /^\w+: expected the cache of \w+, got /;
}

const places = Object.entries(calls).flatMap(([name, [, ...args]]) => args.map((_, i) => [name, i] as const));

describe.each(places)("%s, argument %i", (name, place) => {
  const [call, ...args] = calls[name]! as [(...args: unknown[]) => unknown, ...unknown[]];

  it("takes what it is made for", () => {
    expect(() => call(...args)).not.toThrow();
  });

  it.each(wrong)("refuses %s", (_, value) => {
    // beside NDArrays, relError and arithmetic take numbers
    if (name === "add" && typeof value === "number") return;
    const attempt = () => call(...args.with(place, value));
    expect(attempt).toThrow(expected(args[place]));
    expect(attempt).toThrow(/^(?!.*(Cannot|is not a function|is not iterable))/);
  });
});

describe("settings", () => {
  it.each([
    [() => sgd(w, w, { learning_rate: 0.1 } as never), 'sgd: unknown option "learning_rate"; did you mean "learningRate"? Valid: "learningRate"'],
    [() => adam(w, w, { momentum: 0.9 } as never), 'adam: unknown option "momentum"; Valid: "learningRate", "beta1", "beta2", "epsilon", "m", "v", "t"'],
    [() => rmsprop(w, w, null as never), "rmsprop: expected options to be an object, got null"],
    [() => new TwoLayerNet({ random: 231 as never }), "TwoLayerNet: expected random to be made by new RandomState(...), got 231"],
    [() => new Solver(model, data, { log: "console" as never }), 'Solver: expected log to be a function, got "console"'],
    [() => new Solver(model, data, { updateRule: 3 as never }), "Solver: expected updateRule to be a function, got 3"],
    [() => new Solver(model, data, { optimConfig: 1e-3 as never }), "Solver: expected optimConfig to be an object, got 0.001"],
    [() => new Solver(model, undefined as never), "Solver: expected data to have XTrain, yTrain, XVal and yVal, got undefined"],
    [() => new Solver({ params: {} } as never, data), "Solver: expected a model with params, scores(X) and loss(X, y), got an object with params"],
    [() => new Solver(model, data).checkAccuracy(x, y, { batchsize: 3 } as never), 'checkAccuracy: unknown option "batchsize"; did you mean "batchSize"? Valid: "numSamples", "batchSize"'],
    [() => model.save(undefined as never), 'save: expected a path such as "model.npz", got undefined'],
    [() => model.load("" as never), 'load: expected a path such as "model.npz", got ""'],
    [() => zeros(2, 3 as never), "zeros: expected dtype to be one of float64, float32, int32, uint8, got 3; sizes go into a list: [2, 3]"],
    [() => zeros("2" as never), 'zeros: expected a shape such as [2, 3], got "2"'],
    [() => x.astype("float16" as never), 'astype: expected dtype to be one of float64, float32, int32, uint8, got "float16"'],
    [() => relError([1] as never, 1), "relError: expected x to be an NDArray, got a list of 1; array(list) makes one"],
    [() => relError(1, undefined as never), "relError: expected y to be an NDArray, got undefined"],
    [() => softmaxLoss(dout, "0121" as never), 'softmaxLoss: expected y to be an array of labels, got "0121"'],
    [() => softmaxLoss(dout, [0, 1, null, 1] as never), "softmaxLoss: expected labels to be whole numbers, got null at index 2"],
    [() => evalNumericalGradient((() => {}) as never, x), "evalNumericalGradient: expected f to return a number, got undefined; is a return missing?"],
    [() => evalNumericalGradient(() => model.loss(x, y) as never, x), "evalNumericalGradient: expected f to return a number, got a list of 2; a loss returns [loss, gradient]: take the first"],
    [() => evalNumericalGradientArray(reluForward as never, x, x), "evalNumericalGradientArray: expected what f returns to be an NDArray, got a list of 2; a forward pass returns [out, cache]: take the first"],
    [() => leakyReluForward(x, null as never), "leakyReluForward: expected alpha to be a number, got null"],
    [() => gradCheckSparse(() => 0, x, x, { numcheck: 3 } as never), 'gradCheckSparse: unknown option "numcheck"; did you mean "numChecks"? Valid: "numChecks", "h", "random", "log"'],
    [() => imageGrid(zeros([1, 2, 2, 3]), { pad: 3 } as never), 'imageGrid: unknown option "pad"; Valid: "padding", "upper"'],
  ])("%s", (call, text) => {
    expect(call).toThrow(new TypeError(text));
  });

  it.each([
    [() => new RandomState(0).randn("3" as never), 'randn: expected sizes that are whole numbers of 0 or more, got ("3",)'],
    [() => zeros([1e6, 1e6]), "zeros: expected elements that fit into memory, got 1000000000000 of float64"],
    [() => new RandomState(0).randn(1e12), "randn: expected elements that fit into memory, got 1000000000000 of float64"],
  ])("sizes: %s", (call, text) => {
    expect(call).toThrow(new RangeError(text));
  });
});

describe("a Solver with a model or a rule of one's own", () => {
  const train = (options: object, params = ["W1", "b1", "W2", "b2"]) => {
    const own = new TwoLayerNet({ inputDim: 6, hiddenDim: 5, numClasses: 3 });
    const loss = (...args: Parameters<typeof own.loss>) => {
      const [value, grads] = own.loss(...args);
      return [value, Object.fromEntries(Object.entries(grads).filter(([name]) => params.includes(name)))];
    };
    return () => new Solver({ params: own.params, scores: (X: NDArray) => own.scores(X), loss } as never, data, { verbose: false, ...options }).train();
  };

  it("says which gradient is missing", () => {
    expect(train({}, ["W1", "W2", "b2"])).toThrow(new TypeError("Solver: expected the model's loss to return a gradient for every parameter, b1 has none"));
  });

  it("says what a rule should return", () => {
    expect(train({ updateRule: () => w })).toThrow(new TypeError("Solver: expected updateRule to return [nextW, config], got an NDArray"));
  });
});
