/** A value of the wrong kind is refused with a text that names the function, the argument and the value. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  adam,
  affineBackward,
  affineForward,
  affineReluBackward,
  affineReluForward,
  evalNumericalGradient,
  evalNumericalGradientArray,
  gradCheckSparse,
  leakyReluBackward,
  leakyReluForward,
  matmul,
  NDArray,
  RandomState,
  relError,
  reluBackward,
  reluForward,
  rmsprop,
  sgd,
  sgdMomentum,
  sigmoidBackward,
  sigmoidForward,
  softmaxLoss,
  Solver,
  svmLoss,
  tanhBackward,
  tanhForward,
  TwoLayerNet,
  zeros,
} from "../../src/index.js";
import { affineReluParameterGradients } from "../../src/nn/layers/parameterGradients.js";
import {
  activations,
  ActivationNet,
  checkLayer,
  checkStream,
  confidentMistakes,
  confusionFigure,
  confusionMatrix,
  derivative,
  gradientFlow,
  imageGrid,
  weightImages,
} from "../../src/study/index.js";

const wrong: readonly [name: string, make: () => unknown][] = [
  ["undefined", () => undefined], ["null", () => null], ["NaN", () => NaN], ["a text", () => "abc"], ["true", () => true],
  ["a bigint", () => 5n], ["an object", () => ({})], ["a list of texts", () => ["a"]], ["nested lists", () => [[1, 2], [3, 4]]],
  ["a date", () => new Date(0)], ["a promise", () => Promise.resolve(1)], ["a forward pass's result", () => reluForward(x)],
  ["what only looks like an array", () => ({ shape: [4, 6], data: new Float64Array(24), dtype: "float64" })],
];

let [x, w, b, dout]: NDArray[] = [];
let model: TwoLayerNet;
let data: { XTrain: NDArray; yTrain: number[]; XVal: NDArray; yVal: number[] };
const y = [0, 1, 2, 1];

beforeEach(() => {
  [x, w, b, dout] = [zeros([4, 6]), zeros([6, 3]), zeros(3), zeros([4, 3])];
  model = new TwoLayerNet({ inputDim: 6, hiddenDim: 5, numClasses: 3 });
  data = { XTrain: x, yTrain: y, XVal: x, yVal: y };
});

/** Functions, and arguments that they take, by name; each in turn is then one of a wrong kind. */
const calls: Record<string, [call: (...args: never[]) => unknown, args: () => Record<string, unknown>]> = {
  matmul: [matmul, () => ({ a: x, b: w })],
  add: [(other: NDArray) => x.add(other), () => ({ "the operand": x })],
  affineForward: [affineForward, () => ({ x, w, b })],
  affineBackward: [affineBackward, () => ({ dout, cache: affineForward(x, w, b)[1] })],
  affineReluForward: [affineReluForward, () => ({ x, w, b })],
  affineReluBackward: [affineReluBackward, () => ({ dout, cache: affineReluForward(x, w, b)[1] })],
  affineReluParameterGradients: [affineReluParameterGradients, () => ({ dout, cache: affineReluForward(x, w, b)[1] })],
  reluForward: [reluForward, () => ({ x })],
  reluBackward: [reluBackward, () => ({ dout: x, cache: reluForward(x)[1] })],
  sigmoidForward: [sigmoidForward, () => ({ x })],
  sigmoidBackward: [sigmoidBackward, () => ({ dout: x, cache: sigmoidForward(x)[1] })],
  tanhForward: [tanhForward, () => ({ x })],
  tanhBackward: [tanhBackward, () => ({ dout: x, cache: tanhForward(x)[1] })],
  leakyReluForward: [leakyReluForward, () => ({ x })],
  leakyReluBackward: [leakyReluBackward, () => ({ dout: x, cache: leakyReluForward(x)[1] })],
  softmaxLoss: [softmaxLoss, () => ({ x: dout, y })],
  svmLoss: [svmLoss, () => ({ x: dout, y })],
  evalNumericalGradient: [evalNumericalGradient, () => ({ f: () => 0, x })],
  evalNumericalGradientArray: [evalNumericalGradientArray, () => ({ f: (v: NDArray) => v, x, df: x })],
  gradCheckSparse: [gradCheckSparse, () => ({ f: () => 0, x, gradient: x })],
  sgd: [sgd, () => ({ w, dw: w })],
  sgdMomentum: [sgdMomentum, () => ({ w, dw: w })],
  rmsprop: [rmsprop, () => ({ w, dw: w })],
  adam: [adam, () => ({ w, dw: w })],
  scores: [(X: NDArray) => model.scores(X), () => ({ X: x })],
  loss: [(X: NDArray, y: number[]) => model.loss(X, y), () => ({ X: x, y })],
  XTrain: [(XTrain: NDArray) => new Solver(model, { ...data, XTrain }), () => ({ XTrain: x })],
  yVal: [(yVal: number[]) => new Solver(model, { ...data, yVal }), () => ({ y })],
  checkAccuracy: [(X: NDArray, y: number[]) => new Solver(model, data).checkAccuracy(X, y), () => ({ X: x, y })],
  imageGrid: [imageGrid, () => ({ images: zeros([1, 2, 2, 3]) })],
  weightImages: [weightImages, () => ({ W1: zeros([3072, 1]) })],
  confusionFigure: [(matrix: NDArray) => confusionFigure(matrix, ["a"]), () => ({ matrix: zeros([1, 1]) })],
  confidentMistakes: [(scores: NDArray) => confidentMistakes(scores, y, 1), () => ({ scores: dout })],
};

/** What is said of a wrong value in the place of a right one. */
function expected(argument: string, right: unknown): RegExp {
  const missing = "^Solver: expected data to have .+ is missing$";
  if (right instanceof NDArray) return new RegExp(`^[\\w.]+: expected ${argument} to be an NDArray, got |${missing}`);
  if (typeof right === "function") return new RegExp(`^\\w+: expected ${argument} to be a function, got `);
  if (!Array.isArray(right)) return /^(\w+)Backward: expected the cache of \1Forward, got /;
  return new RegExp(`^[\\w., ]+: expected (${argument} to (be an array of labels|have \\d+ labels)|labels to be whole numbers), got |${missing}`);
}

describe.each(Object.entries(calls))("%s", (name, [call, makeArguments]) => {
  const attempt = (args: object) => () => (call as (...args: unknown[]) => unknown)(...Object.values(args));

  it("takes what it is made for", () => {
    expect(attempt(makeArguments())).not.toThrow();
  });

  it.each(wrong)("refuses %s in the place of each argument", (_, make) => {
    const args = makeArguments();
    for (const [argument, right] of Object.entries(args)) {
      const value = make();
      // arithmetic takes numbers too
      if (name === "add" && typeof value === "number") continue;
      expect(attempt({ ...args, [argument]: value })).toThrow(expected(argument, right));
      expect(attempt({ ...args, [argument]: value })).toThrow(/^(?!.*(Cannot|is not a function|is not iterable))/);
    }
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
    [() => new Solver({ params: {}, scores: () => x } as never, data), /^Solver: expected a model with params, scores\(X\) and loss\(X, y\), got /],
    [() => new Solver({ params: {}, loss: () => x } as never, data), /^Solver: expected a model with params, scores\(X\) and loss\(X, y\), got /],
    [() => new Solver({ scores: () => x, loss: () => x } as never, data), /^Solver: expected a model with params, scores\(X\) and loss\(X, y\), got /],
    [() => new Solver(null as never, data), /^Solver: expected a model with params, scores\(X\) and loss\(X, y\), got /],
    [() => new Solver(model, data).checkAccuracy(x, y, { batchsize: 3 } as never), 'checkAccuracy: unknown option "batchsize"; did you mean "batchSize"? Valid: "numSamples", "batchSize"'],
    [() => model.save(undefined as never), 'save: expected a path such as "model.npz", got undefined'],
    [() => model.load("" as never), 'load: expected a path such as "model.npz", got ""'],
    [() => zeros(2, 3 as never), "zeros: expected dtype to be one of float64, float32, int32, uint8, got 3; sizes go into a list: [2, 3]"],
    [() => zeros("2" as never), 'zeros: expected a shape such as [2, 3], got "2"'],
    [() => x.astype("float16" as never), 'astype: expected dtype to be one of float64, float32, int32, uint8, got "float16"'],
    [() => relError([1] as never, 1), "relError: expected x to be an NDArray, got a list of 1; array(list) makes one"],
    [() => relError(1, undefined as never), "relError: expected y to be an NDArray, got undefined"],
    [() => confusionMatrix(undefined as never, y, 3), "confusionMatrix, y: expected y to be an array of labels, got undefined"],
    [() => softmaxLoss(dout, "0121" as never), 'softmaxLoss: expected y to be an array of labels, got "0121"'],
    [() => softmaxLoss(dout, [0, 1, null, 1] as never), "softmaxLoss: expected labels to be whole numbers, got null at index 2"],
    [() => evalNumericalGradient((() => {}) as never, x), "evalNumericalGradient: expected f to return a number, got undefined; is a return missing?"],
    [() => evalNumericalGradient(() => model.loss(x, y) as never, x), "evalNumericalGradient: expected f to return a number, got a list of 2; a loss returns [loss, gradient]: take the first"],
    [() => evalNumericalGradientArray(reluForward as never, x, x), "evalNumericalGradientArray: expected what f returns to be an NDArray, got a list of 2; a forward pass returns [out, cache]: take the first"],
    [() => gradCheckSparse((() => "1") as never, x, x), 'gradCheckSparse: expected f to return a number, got "1"'],
    [() => sgdMomentum(w, w, { velocty: w } as never), 'sgdMomentum: unknown option "velocty"; did you mean "velocity"? Valid: "learningRate", "momentum", "velocity"'],
    [() => leakyReluForward(x, null as never), "leakyReluForward: expected alpha to be a number, got null"],
    [() => gradCheckSparse(() => 0, x, x, { numcheck: 3 } as never), 'gradCheckSparse: unknown option "numcheck"; did you mean "numChecks"? Valid: "numChecks", "h", "random", "log"'],
    [() => imageGrid(zeros([1, 2, 2, 3]), { pad: 3 } as never), 'imageGrid: unknown option "pad"; Valid: "padding", "upper"'],
    [() => x.reshape([3, 8] as never), "reshape: expected one number per axis, got a list; write reshape(...list)"],
    [() => x.transpose([1, 0] as never), "transpose: expected one number per axis, got a list; write transpose(...list)"],
    [() => x.get([0, 1] as never), "get: expected one number per axis, got a list; write get(...list)"],
    [() => x.set(0 as never, 1), "set: expected the index to be a list, got 0"],
    [() => x.set([0, 1], "5" as never), 'set: expected the value to be a number, got "5"'],
    [() => x.fill(undefined as never), "fill: expected the value to be a number, got undefined"],
    [() => x.map(2 as never), "map: expected f to be a function, got 2"],
    [() => x.combine(x, undefined as never), "combine: expected f to be a function, got undefined"],
    [() => derivative("sigmoid" as never, x), 'derivative: expected an activation, such as one of activations or leakyRelu(0.1), got "sigmoid"'],
    [() => derivative(null as never, x), "derivative: expected an activation, such as one of activations or leakyRelu(0.1), got null"],
    [() => derivative({ name: "own" } as never, x), "derivative: expected an activation, such as one of activations or leakyRelu(0.1), got an object with name"],
    [() => derivative({ apply: tanhForward } as never, x), "derivative: expected an activation, such as one of activations or leakyRelu(0.1), got an object with apply"],
    [() => derivative(activations[0], 1 as never), "derivative: expected x to be an NDArray, got 1"],
    [() => new ActivationNet(sigmoidForward as never), "ActivationNet: expected an activation, such as one of activations or leakyRelu(0.1), got a function"],
    [() => gradientFlow(activations as never), "gradientFlow: expected an activation, such as one of activations or leakyRelu(0.1), got a list of 4"],
    [() => checkStream(new RandomState(0), 0, undefined as never), "checkStream: expected replay to be a function, got undefined"],
    [() => (checkLayer as (...args: unknown[]) => unknown)(undefined, {}), /^checkLayer: unknown layer undefined; Valid: "affine", /],
  ])("%s", (call, text) => {
    expect(call).toThrow(typeof text === "string" ? new TypeError(text) : text);
  });

  it.each([
    [() => new RandomState(0).randn("3" as never), 'randn: expected sizes that are whole numbers of 0 or more, got ("3",)'],
    [() => adam(w, w, { epsilon: -1 }), "adam: expected epsilon to be a number of 0 or more, got -1"],
    [() => adam(w, w, { t: 2 ** 53 - 1 }), "adam: expected t to be a whole number from 0 to 9007199254740990, got 9007199254740991"],
    [() => rmsprop(w, w, { epsilon: NaN }), "rmsprop: expected epsilon to be a number of 0 or more, got NaN"],
    [() => gradCheckSparse(() => 0, x, x, { numChecks: 0 }), "gradCheckSparse: expected numChecks to be a whole number of 1 or more, got 0"],
    [() => new Solver(model, data).checkAccuracy(x, y, { numSamples: 0 }), "checkAccuracy: expected numSamples to be a whole number of 1 or more, got 0"],
    [() => new Solver(model, data).checkAccuracy(x, y, { batchSize: 0.5 }), "checkAccuracy: expected batchSize to be a whole number of 1 or more, got 0.5"],
    [() => leakyReluForward(x, 2), "leakyReluForward: expected alpha to be from 0 to 1, got 2"],
    [() => zeros([1e6, 1e6]), "zeros: expected elements that fit into memory, got 1000000000000 of float64"],
    [() => new RandomState(0).randn(1e12), "randn: expected elements that fit into memory, got 1000000000000 of float64"],
  ])("out of range: %s", (call, text) => {
    expect(call).toThrow(new RangeError(text));
  });
});

describe("what was changed after the network was made", () => {
  const changed = (change: (net: TwoLayerNet) => void) => {
    const net = new TwoLayerNet({ inputDim: 6, hiddenDim: 5, numClasses: 3 });
    change(net);
    return net;
  };

  it.each([
    [() => changed((net) => (net.reg = NaN)).loss(x, y), new RangeError("TwoLayerNet.loss: expected reg to be a number of 0 or more, got NaN")],
    [() => changed((net) => (net.params.W1 = [[1]] as never)).scores(x), new TypeError("TwoLayerNet.scores: expected params.W1 to be an NDArray, got a list of 1; array(list) makes one")],
    [() => changed((net) => (net.params.W1 = zeros(6))).loss(x, y), new RangeError("TwoLayerNet.loss: expected params.W1 to have shape (D, H), got (6,)")],
  ])("%s", (call, error) => {
    expect(call).toThrow(error);
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
