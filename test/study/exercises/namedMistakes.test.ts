/** Mistakes by the names that a report gives them: those that the exercises' own list (`test/notebooks/mistakes`) has not. */
import { describe, expect, it } from "vitest";
import {
  affineBackward, affineForward, affineReluBackward, affineReluForward, leakyReluBackward, leakyReluForward, type NDArray, reluBackward, reluForward,
  sigmoidBackward, sigmoidForward, softmaxLoss, svmLoss, tanhBackward, tanhForward, TwoLayerNet, zeros,
} from "../../../src/index.js";
import { checkAccuracy, checkLayer, checkLoss, checkNetwork, type CheckReport, checkSolverStep, type LayerName } from "../../../src/study/index.js";

const causesOf = ({ failures }: CheckReport) => [...new Set(failures.flatMap(({ causes = [] }) => causes))];

const anyFactor = [["signFlipped", -1], ["twice", 2], ["half", 0.5], ["allZero", 0]] as const;

describe("of a layer", () => {
  type Grads = Record<string, NDArray>;
  type Layer = readonly [forward: (...inputs: any[]) => [NDArray, any], backward: (dout: NDArray, cache: any) => Grads];
  const ofX = (forward: (x: NDArray) => [NDArray, unknown], backward: (dout: NDArray, cache: any) => NDArray): Layer => [forward, (dout, cache) => ({ dx: backward(dout, cache) })];
  const layers: Readonly<Record<LayerName, Layer>> = {
    affine: [affineForward, affineBackward as never],
    affineRelu: [affineReluForward, affineReluBackward as never],
    relu: ofX(reluForward, reluBackward),
    leakyRelu: ofX((x) => leakyReluForward(x), leakyReluBackward),
    sigmoid: ofX(sigmoidForward, sigmoidBackward),
    tanh: ofX(tanhForward, tanhBackward),
  };
  const names = Object.keys(layers) as LayerName[];
  type Inputs = readonly NDArray[];

  /** A layer that keeps its inputs for the way back, with something wrong. */
  function check(name: LayerName, wrongOut: (out: NDArray, inputs: Inputs) => NDArray, wrongGrads: (grads: Grads, dout: NDArray, inputs: Inputs) => Grads = (grads) => grads): string[] {
    const [forward, backward] = layers[name];
    return causesOf(checkLayer(name, (...inputs) => [wrongOut(forward(...inputs)[0], inputs), inputs], (dout, inputs) => wrongGrads(backward(dout, forward(...inputs)[1]), dout, inputs)));
  }
  const backward = (name: LayerName, wrong: (grads: Grads, dout: NDArray, inputs: Inputs) => Grads) => check(name, (out) => out, wrong);

  it.each(names)("%s that is right has none", (name) => {
    expect(check(name, (out) => out)).toEqual([]);
  });

  it.each(names.flatMap((name) => anyFactor.map(([cause, factor]) => [name, cause, factor] as const)))("%s, forward: %s", (name, cause, factor) => {
    expect(check(name, (out) => out.mul(factor))).toEqual([cause]);
  });

  it.each(names.flatMap((name) => (name.startsWith("affine") ? ["dx", "dw", "db"] : ["dx"]).flatMap((gradient) => [...anyFactor, ["meanForSum", "1/N"] as const, ["sumForMean", "N"] as const].map(([cause, factor]) => [name, gradient, cause, factor] as const))))(
    "%s, %s: %s", (name, gradient, cause, factor) => {
      const found = backward(name, (grads, dout) => ({ ...grads, [gradient]: grads[gradient]!.mul(factor === "N" ? dout.shape[0]! : factor === "1/N" ? 1 / dout.shape[0]! : factor) }));
      expect(found).toEqual([cause]);
    },
  );

  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const elu = (x: number) => (x > 0 ? x : Math.exp(x) - 1);
  const leaky = (x: number) => (x > 0 ? x : 0.01 * x);
  it.each<[LayerName, string, (x: number) => number]>([
    ["relu", "eluForRelu", elu], ["relu", "sigmoidForRelu", sigmoid], ["relu", "tanhForRelu", Math.tanh], ["leakyRelu", "eluForRelu", elu], ["leakyRelu", "absoluteValue", Math.abs],
    ["sigmoid", "sigmoidOneMissing", Math.exp], ["sigmoid", "swishForSigmoid", (x) => x * sigmoid(x)], ["sigmoid", "reluTooMuch", (x) => Math.max(0, x)],
    ["tanh", "expOverflow", (x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))], ["tanh", "expOverflow", (x) => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)],
    ["tanh", "sigmoidForTanh", sigmoid],
  ])("%s, forward: %s", (name, cause, curve) => {
    expect(check(name, (_, [x]) => x!.map(curve))).toEqual([cause]);
  });

  it.each<[LayerName, string, (d: number, x: number) => number]>([
    ["leakyRelu", "outForDout", (_, x) => leaky(x)], ["leakyRelu", "inputFactor", (d, x) => d * leaky(x)], ["leakyRelu", "inputFactor", (d, x) => (x > 0 ? d : 0.01 * x * d)],
    ["sigmoid", "outForDout", (_, x) => sigmoid(x)], ["sigmoid", "inputFactor", (d, x) => d * x * sigmoid(x) * (1 - sigmoid(x))],
    ["tanh", "slopeMissing", (d) => d], ["tanh", "doutMissing", (_, x) => 1 - Math.tanh(x) ** 2], ["tanh", "sigmoidSlopeForTanh", (d, x) => d * Math.tanh(x) * (1 - Math.tanh(x))],
    ["tanh", "sigmoidSquareMissing", (d, x) => d * (1 - Math.tanh(x))], ["tanh", "outForDout", (_, x) => Math.tanh(x)],
  ])("%s, dx: %s", (name, cause, slope) => {
    expect(backward(name, (_, dout, [x]) => ({ dx: dout.combine(x!, slope) }))).toEqual([cause]);
  });

  const relu = (a: NDArray) => a.maximum(0);
  const rows = (x: NDArray) => x.reshape(x.shape[0]!, -1);
  const columns = (x: NDArray) => x.reshape(-1, x.shape[0]!).T;
  const axes = (x: NDArray) => rows(x.ndim === 3 ? x.transpose(0, 2, 1) : x);
  const product = (x: NDArray, w: NDArray) => affineForward(x, w, zeros(w.shape[1]!))[0];
  it.each<[LayerName, string, (x: NDArray, w: NDArray, b: NDArray) => NDArray]>([
    ["affine", "axesExchanged", (x, w, b) => affineForward(axes(x), w, b)[0]],
    ["affineRelu", "axesExchanged", (x, w, b) => relu(affineForward(axes(x), w, b)[0])],
    ["affineRelu", "flattenedByColumns", (x, w, b) => relu(affineForward(columns(x), w, b)[0])],
    ["affineRelu", "biasTwice", (x, w, b) => relu(product(x, w).add(b.mul(2)))],
    ["affineRelu", "biasSummed", (x, w, b) => relu(product(x, w).add(b.sum()))],
    ["affineRelu", "biasMultiplied", (x, w, b) => relu(product(x, w).mul(b))],
    ["affineRelu", "productMean", (x, w, b) => relu(product(x, w).div(w.shape[0]!).add(b))],
    ["affineRelu", "productNegated", (x, w, b) => relu(b.sub(product(x, w)))],
    ["affineRelu", "reluOnWrongSide", (x, w, b) => product(x, w).add(b).minimum(0)],
    ...([["biasSubtracted", 1, -1], ["biasMissing", 1, 0], ["biasTwice", 1, 2], ["biasScaled", 1, 0.3], ["productNegated", -1, 1], ["productScaled", 3, 1]] as const).flatMap(([cause, ofProduct, ofBias]) => {
      const sum = (x: NDArray, w: NDArray, b: NDArray) => product(x, w).mul(ofProduct).add(b.mul(ofBias));
      return [["affine", cause, sum], ["affineRelu", cause, (x, w, b) => relu(sum(x, w, b))]] as [LayerName, string, typeof sum][];
    }),
  ])("%s, forward: %s", (name, cause, out) => {
    expect(check(name, (_, [x, w, b]) => out(x!, w!, b!))).toEqual([cause]);
  });

  /** dout as it comes out of the ReLU, where there is one. */
  const before = (name: LayerName, dout: NDArray, [x, w, b]: Inputs) => (name === "affine" ? dout : dout.combine(affineForward(x!, w!, b!)[0], (d, a) => (a > 0 ? d : 0)));
  const dot = (a: NDArray, b: NDArray) => product(a, b);
  it.each((["affine", "affineRelu"] as const).flatMap((name) => [
    [name, "biasItself", "db", (_d: NDArray, [, , b]: Inputs) => b!],
    [name, "notSummed", "db", (d: NDArray) => d],
    [name, "summedOverColumns", "db", (d: NDArray) => d.sum(1)],
    [name, "summedOverAll", "db", (d: NDArray) => d.sum() as never],
    [name, "firstExampleOnly", "db", (d: NDArray) => d.slice(0, 1).reshape(-1)],
    [name, "rowKept", "db", (d: NDArray) => d.sum(0).reshape(1, -1)],
    [name, "flattenedByColumns", "dw", (d: NDArray, [x]: Inputs) => dot(columns(x!).T, d)],
    [name, "axesExchanged", "dw", (d: NDArray, [x]: Inputs) => dot(axes(x!).T, d)],
    [name, "transposed", "dw", (d: NDArray, [x]: Inputs) => dot(rows(x!).T, d).T],
    [name, "notShapedBack", "dx", (d: NDArray, [, w]: Inputs) => dot(d, w!.T)],
    [name, "transposedByReshape", "dx", (d: NDArray, [x, w]: Inputs) => dot(d, w!.reshape(w!.shape[1]!, w!.shape[0]!)).reshape(...x!.shape)],
    [name, "axesExchanged", "dx", (d: NDArray, [x, w]: Inputs) => {
      const [N, first, second] = x!.shape as [number, number, number];
      return x!.ndim === 3 ? dot(d, w!.T).reshape(N, second, first).transpose(0, 2, 1) : dot(d, w!.T);
    }],
    [name, "flattenedByColumns", "dx", (d: NDArray, [x, w]: Inputs) => dot(d, w!.T).T.reshape(...x!.shape)],
  ] as const))("%s: %s of %s", (name, cause, gradient, wrong) => {
    expect(backward(name, (grads, dout, inputs) => ({ ...grads, [gradient]: wrong(before(name, dout, inputs), inputs) }))).toEqual([cause]);
  });

  it.each(["dx", "dw", "db"])("affineRelu: upstream gradients that are ignored, and a mask of both, in %s", (gradient) => {
    const of = (d: NDArray, [x, w]: Inputs) => ({ dx: dot(d, w!.T).reshape(...x!.shape), dw: dot(rows(x!).T, d), db: d.sum(0) })[gradient]!;
    const ones = (dout: NDArray) => dout.mul(0).add(1);
    expect(backward("affineRelu", (grads, dout, inputs) => ({ ...grads, [gradient]: of(before("affineRelu", ones(dout), inputs), inputs) }))).toEqual(["doutIgnored"]);
    expect(backward("affineRelu", (grads, dout, inputs) => ({ ...grads, [gradient]: of(relu(before("affineRelu", dout, inputs)), inputs) }))).toEqual(["maskOfBoth"]);
  });
});

describe("of a loss", () => {
  const hot = (x: NDArray, y: readonly number[]) => {
    const out = zeros(x.shape);
    y.forEach((label, i) => out.set([i, label], 1));
    return out;
  };
  const mean = (losses: readonly number[]) => losses.reduce((a, b) => a + b, 0) / losses.length;
  const column = (values: NDArray) => values.reshape(-1, 1);
  const shiftedBy = (shift: (x: NDArray) => NDArray) => (x: NDArray, y: readonly number[]): [number, NDArray] => {
    const shifted = shift(x);
    const total = shifted.exp().sum(1);
    const dx = shifted.exp().div(column(total)).sub(hot(x, y)).div(y.length);
    return [mean(y.map((label, i) => Math.log(total.get(i)) - shifted.get(i, label))), dx];
  };
  const best = (x: NDArray) => x.sub(column(x.max(1)));
  const probabilities = (x: NDArray) => best(x).exp().div(column(best(x).exp().sum(1)));
  type Loss = (x: NDArray, y: readonly number[]) => [number, NDArray];
  const value = (wrong: (x: NDArray, y: readonly number[], loss: number) => number, right: typeof softmaxLoss = softmaxLoss): Loss => (x, y) => [wrong(x, y, right(x, y)[0]), right(x, y)[1]];
  const gradient = (wrong: (x: NDArray, y: readonly number[], dx: NDArray) => NDArray, right: typeof softmaxLoss = softmaxLoss): Loss => (x, y) => [right(x, y)[0], wrong(x, y, right(x, y)[1])];

  it.each<[string, Loss]>([
    ["shiftAdded", shiftedBy((x) => x.add(column(x.max(1))))],
    ["minShift", shiftedBy((x) => x.sub(column(x.min(1))))],
    ["normaliserMissing", value((x, y) => mean(y.map((label, i) => -best(x).get(i, label))))],
    ["oneMinusProbability", value((x, y) => mean(y.map((label, i) => 1 - probabilities(x).get(i, label))))],
    ["labelsIgnored", value((x, y) => softmaxLoss(x, y.map(() => 0))[0])],
    ["allClasses", value((x, y) => Array.from({ length: x.shape[1]! }, (_, j) => softmaxLoss(x, y.map(() => j))[0]).reduce((a, b) => a + b, 0))],
    ["dividedTwice", value((_, y, loss) => loss / y.length)],
    ["lastExampleOnly", value((x, y) => softmaxLoss(x.slice(y.length - 1, y.length), y.slice(-1))[0] / y.length)],
    ["logBase2", value((_x, _y, loss) => loss / Math.LN2)],
    ["logBase10", value((_x, _y, loss) => loss / Math.LN10)],
    ["twice", value((_x, _y, loss) => 2 * loss)],
    ["half", value((_x, _y, loss) => loss / 2)],
    ["allZero", value(() => 0)],
    ["rightClassOnly", gradient((x, y) => probabilities(x).sub(hot(x, y)).mul(hot(x, y)).div(y.length))],
    ["slopeOfProbability", gradient((x, y) => probabilities(x).mul(probabilities(x).neg().add(1)).div(y.length))],
    ["logForProbability", gradient((x, y) => probabilities(x).log().sub(hot(x, y)).div(y.length))],
    ["labelsIgnored", gradient((x, y) => softmaxLoss(x, y.map(() => 0))[1])],
    ["twice", gradient((_x, _y, dx) => dx.mul(2))],
    ["half", gradient((_x, _y, dx) => dx.mul(0.5))],
    ["allZero", gradient((_x, _y, dx) => dx.mul(0))],
    ["dxMeanOfAll", gradient((x, _y, dx) => dx.div(x.shape[1]!))],
    ["transposed", gradient((_x, _y, dx) => dx.T)],
  ])("softmax: %s", (cause, loss) => {
    expect(causesOf(checkLoss("softmax", loss as never))).toEqual([cause]);
  });

  const margins = (x: NDArray, y: readonly number[], margin = 1) => y.map((label, i) => Array.from({ length: x.shape[1]! }, (_, j) => (j === label ? -Infinity : x.get(i, j) - x.get(i, label) + margin)));
  const pulled = (pull: (above: readonly number[]) => number): Loss => gradient((x, y, dx) => {
    const out = dx.copy();
    margins(x, y).forEach((row, i) => out.set([i, y[i]!], pull(row.filter((margin) => margin > 0)) / y.length));
    return out;
  }, svmLoss);
  const pushed = (push: (margin: number) => number, pull: (above: readonly number[], others: number) => number): Loss => gradient((x, y, dx) => {
    const out = dx.copy();
    margins(x, y).forEach((row, i) => {
      row.forEach((margin, j) => out.set([i, j], push(margin) / y.length));
      out.set([i, y[i]!], pull(row.filter((margin) => margin > 0), row.length - 1) / y.length);
    });
    return out;
  }, svmLoss);
  it.each<[string, Loss]>([
    ["labelsIgnored", value((x, y) => svmLoss(x, y.map(() => 0))[0], svmLoss)],
    ["lastExampleOnly", value((x, y) => svmLoss(x.slice(y.length - 1, y.length), y.slice(-1))[0] / y.length, svmLoss)],
    ["twice", value((_x, _y, loss) => 2 * loss, svmLoss)],
    ["half", value((_x, _y, loss) => loss / 2, svmLoss)],
    ["labelsIgnored", gradient((x, y) => svmLoss(x, y.map(() => 0))[1], svmLoss)],
    ["twice", gradient((_x, _y, dx) => dx.mul(2), svmLoss)],
    ["half", gradient((_x, _y, dx) => dx.mul(0.5), svmLoss)],
    ["dxDividedTwice", gradient((_x, y, dx) => dx.div(y.length), svmLoss)],
    ["dxMeanOfAll", gradient((x, _y, dx) => dx.div(x.shape[1]!), svmLoss)],
    ["pullOfMargins", pulled((above) => -above.reduce((a, b) => a + b, 0))],
    ["pullFlipped", pulled((above) => above.length)],
    ["rightClassPushed", pulled((above) => 1 - above.length)],
    ["marginsForOnes", pushed((margin) => Math.max(0, margin), (above) => -above.length)],
    ["pushFlipped", pushed((margin) => (margin > 0 ? -1 : 0), (above) => -above.length)],
    ["maskOfMarginMissing", pushed(() => 1, (_, others) => -others)],
    ["pullCountsRight", pulled((above) => -(above.length + 1))],
    ["marginMissingInGradient", gradient((x, y) => {
      const out = zeros(x.shape);
      margins(x, y, 0).forEach((row, i) => {
        row.forEach((margin, j) => margin > 0 && out.set([i, j], 1 / y.length));
        out.set([i, y[i]!], -row.filter((margin) => margin > 0).length / y.length);
      });
      return out;
    }, svmLoss)],
  ])("SVM: %s", (cause, loss) => {
    expect(causesOf(checkLoss("svm", loss as never))).toEqual([cause]);
  });
});

describe("of a network", () => {
  type Params = Record<string, NDArray>;
  interface Wrong {
    readonly scores?: (scores: NDArray) => NDArray;
    readonly loss?: (data: number, squares: number, reg: number, at: { readonly params: Params; readonly N: number }) => number;
    readonly grads?: (name: string, data: NDArray, reg: number, at: { readonly params: Params; readonly N: number }) => NDArray;
  }

  /** The library's network, with its loss in two parts, and something wrong. */
  function check({ scores = (right) => right, loss = (data, squares, reg) => data + 0.5 * reg * squares, grads = right }: Wrong): string[] {
    return causesOf(checkNetwork(class {
      readonly net: TwoLayerNet;
      readonly reg: number;
      constructor({ reg, ...options }: any) {
        this.net = new TwoLayerNet({ ...options, reg: 0 });
        this.reg = reg;
      }
      get params(): Params {
        return this.net.params as never;
      }
      scores(X: NDArray) {
        return scores(this.net.scores(X));
      }
      loss(X: NDArray, y: number[]) {
        const { params, reg } = this;
        const [data, dataGrads] = this.net.loss(X, y);
        const at = { params, N: y.length };
        const squares = ["W1", "W2"].reduce((sum, name) => sum + params[name]!.mul(params[name]!).sum(), 0);
        return [loss(data, squares, reg, at), Object.fromEntries(Object.entries(dataGrads).map(([name, grad]) => [name, grads(name, grad, reg, at)]))];
      }
    } as never));
  }
  function right(name: string, data: NDArray, reg: number, { params }: { readonly params: Params }): NDArray {
    return name.startsWith("W") ? data.add(params[name]!.mul(reg)) : data;
  }

  it("that is right there are none", () => {
    expect(check({})).toEqual([]);
  });

  const weights = (of: (w: NDArray) => number) => ({ W1, W2 }: Params) => of(W1!) + of(W2!);
  it.each<[string, Wrong]>([
    ["logProbabilitiesForScores", { scores: (x) => x.sub(x.max(1).reshape(-1, 1)).sub(x.sub(x.max(1).reshape(-1, 1)).exp().sum(1).log().reshape(-1, 1)) }],
    ...anyFactor.map(([cause, factor]): [string, Wrong] => [cause, { scores: (x) => x.mul(factor) }]),
    ["notNegated", { loss: (data, squares, reg) => 0.5 * reg * squares - data }],
    ["sumSquared", { loss: (data, _, reg, { params }) => data + 0.5 * reg * weights((w) => w.sum() ** 2)(params) }],
    ["sumOfWeights", { loss: (data, _, reg, { params }) => data + 0.5 * reg * weights((w) => w.sum())(params) }],
    ["quarterForHalf", { loss: (data, squares, reg) => data + 0.25 * reg * squares }],
    ["regIgnored", { loss: (data, squares) => data + 0.5 * squares }],
    ["regSquared", { loss: (data, squares, reg) => data + 0.5 * reg * reg * squares }],
    ["regSubtracted", { loss: (data, squares, reg) => data - 0.5 * reg * squares }],
    ["regOverN", { loss: (data, squares, reg, { N }) => data + (0.5 * reg * squares) / N }],
    ["twice", { loss: (data, squares, reg) => 2 * data + reg * squares }],
    ["allZero", { loss: () => 0 }],
  ])("%s", (cause, wrong) => {
    expect(check(wrong)).toEqual([cause]);
  });

  const names = ["W1", "b1", "W2", "b2"];
  const only = (of: string, wrong: Required<Wrong>["grads"]): Wrong => ({ grads: (name, data, reg, at) => (name === of ? wrong : right)(name, data, reg, at) });
  it.each(names.flatMap((name) => [...anyFactor, ["meanForSum", "1/N"] as const, ["sumForMean", "N"] as const].map(([cause, factor]) => [name, cause, factor] as const)))("d%s: %s", (of, cause, factor) => {
    const found = check(only(of, (name, data, reg, at) => (factor === "N" ? right(name, data.mul(at.N), reg, at) : right(name, data, reg, at).mul(factor === "1/N" ? 1 / at.N : factor))));
    expect(found).toEqual([cause]);
  });

  it.each(["W1", "W2"].flatMap((name) => ([
    ["regGradientFlipped", (w, reg) => w.mul(-reg)], ["regGradientOverN", (w, reg, N) => w.mul(reg / N)], ["regGradientIgnoresReg", (w) => w], ["regGradientSign", (w, reg) => w.map(Math.sign).mul(reg)],
    ["regGradientConstant", (w, reg) => w.mul(0).add(reg)],
  ] as [string, (w: NDArray, reg: number, N: number) => NDArray][]).map(([cause, term]) => [name, cause, term] as const)))("d%s: %s", (of, cause, term) => {
    expect(check(only(of, (name, data, reg, { params, N }) => data.add(term(params[name]!, reg, N))))).toEqual([cause]);
  });
});

it.each<[string, (w: NDArray, dw: NDArray, rate: number) => NDArray]>([
  ["rateMissing", (w, dw) => w.sub(dw)], ["rateSquared", (w, dw, rate) => w.sub(dw.mul(rate * rate))], ["weightDecayForStep", (w, _, rate) => w.sub(w.mul(rate))],
  ["gradientNotUsed", (w, _, rate) => w.sub(rate)], ["signOfGradient", (w, dw, rate) => w.sub(dw.map(Math.sign).mul(rate))], ["gradientForNext", (_, dw, rate) => dw.mul(rate)],
  ["updatedTwice", (w, dw, rate) => w.sub(dw.mul(2 * rate))], ["allZero", (w) => w.mul(0)], ["gradientKept", (_, dw) => dw],
])("of a step: %s", (cause, next) => {
  const report = checkSolverStep((model, { XTrain, yTrain }, { batchSize, learningRate, random }) => {
    const rows = random.choice(yTrain.length, batchSize).data;
    const [loss, grads] = model.loss(XTrain.takeRows(rows), Array.from(rows as number[], (row) => yTrain[row]));
    if (!Number.isFinite(loss)) throw new RangeError("the loss is NaN");
    for (const name of Object.keys(model.params)) model.params[name] = next(model.params[name], grads[name], learningRate);
    return loss;
  });
  expect(causesOf(report)).toEqual([cause]);
});

it.each<[string, (scores: NDArray, i: number) => number]>([
  ["shareOfClassZero", () => 0],
  ["tieNotFirst", (scores, i) => Array.from(scores.slice(i, i + 1).data).lastIndexOf(Math.max(...scores.slice(i, i + 1).data))],
  ["answersFromOne", (scores, i) => scores.argmax(1).get(i) + 1],
  ["lowestScore", (scores, i) => scores.neg().argmax(1).get(i)],
])("of accuracy: %s", (cause, answer) => {
  const report = checkAccuracy((scores, y: number[]) => {
    if (Array.from(scores.data).some(Number.isNaN)) throw new RangeError("NaN");
    return y.filter((label, i) => answer(scores, i) === label).length / y.length;
  });
  expect(causesOf(report)).toEqual([cause]);
});
