import { describe, expect, it } from "vitest";
import { evalNumericalGradient, ImageSet, type NDArray, RandomState, relError, TwoLayerNet, zeros } from "../../../src/index.js";
import { expectClose, expectGolden, golden } from "../../fixtures/golden.js";
import { spaced } from "../../fixtures/spaced.js";

const cell = golden.cell19_two_layer_net;

/** The network and the inputs of the assignment's check, after the draws that come before them. */
function assignmentNet(): { model: TwoLayerNet; X: NDArray; random: RandomState } {
  const random = new RandomState(231);
  random.randn(3, 5);
  random.randint(0, 7, 3);
  const model = new TwoLayerNet({ inputDim: 5, hiddenDim: 50, numClasses: 7, weightScale: 1e-3, random });
  return { model, X: spaced(-5.5, 4.5, 5, 3).T, random };
}

function fixedParameters(model: TwoLayerNet): void {
  model.params.W1 = spaced(-0.7, 0.3, 5, 50);
  model.params.b1 = spaced(-0.1, 0.9, 50);
  model.params.W2 = spaced(-0.3, 0.4, 50, 7);
  model.params.b2 = spaced(-0.9, 0.1, 7);
}

/** A small net whose pre-activations have both signs, which the assignment's check lacks. */
function mixedNet(reg: number): { model: TwoLayerNet; X: NDArray; y: number[] } {
  const random = new RandomState(3);
  const model = new TwoLayerNet({ inputDim: 6, hiddenDim: 9, numClasses: 4, weightScale: 0.5, reg, random });
  model.params.b1 = random.randn(9).mul(0.5);
  return { model, X: random.randn(5, 2, 3), y: [0, 3, 1, 2, 3] };
}

describe("TwoLayerNet", () => {
  it("draws NumPy's weights, W1 before W2, and starts with zero biases", () => {
    const { model, random } = assignmentNet();
    const { W1, b1, W2, b2 } = model.params;
    expectGolden(W1, cell.init_W1, 1e-15);
    expectGolden(W2, cell.init_W2, 1e-15);
    expect([b1.shape, b2.shape, b1.abs().max(), b2.abs().max()]).toEqual([[50], [7], 0, 0]);
    expect(Object.keys(model.params)).toEqual(["W1", "b1", "W2", "b2"]);
    expect(random.getState().pos).toBe(cell.rng_after_init.pos);
  });

  it("gives NumPy's scores", () => {
    const { model, X } = assignmentNet();
    fixedParameters(model);
    expectGolden(model.scores(X), cell.scores);
  });

  it("gives NumPy's losses, with the half in front of reg", () => {
    const { model, X } = assignmentNet();
    fixedParameters(model);
    for (const [reg, loss] of [[0, 3.4702243555953896], [0.7, 19.65745719334562], [1, 26.594842695238583]] as const) {
      model.reg = reg;
      expect(Math.abs(model.loss(X, [0, 5, 1])[0] - loss)).toBeLessThan(1e-13 * loss);
    }
  });

  it.each([0, 0.7])("has the numeric gradients on the assignment's input, reg %d", (reg) => {
    const { model, X } = assignmentNet();
    fixedParameters(model);
    model.reg = reg;
    const [, grads] = model.loss(X, [0, 5, 1]);
    for (const name of ["W1", "W2", "b1", "b2"] as const) {
      const numeric = evalNumericalGradient(() => model.loss(X, [0, 5, 1])[0], model.params[name]);
      expect(relError(numeric, grads[name]), name).toBeLessThan(1e-6);
    }
  });

  it.each([0, 0.1])("has the numeric gradients where some units are off, reg %d", (reg) => {
    const { model, X, y } = mixedNet(reg);
    const [, grads] = model.loss(X, y);
    for (const name of ["W1", "W2", "b1", "b2"] as const) {
      const numeric = evalNumericalGradient(() => model.loss(X, y)[0], model.params[name]);
      expect(grads[name].shape).toEqual(model.params[name].shape);
      expect(relError(numeric, grads[name]), name).toBeLessThan(1e-6);
    }
  });

  it("has the loss ln(C) with zero weights", () => {
    const { model, X, y } = mixedNet(0);
    for (const array of Object.values(model.params)) array.fill(0);
    expect(model.loss(X, y)[0]).toBeCloseTo(Math.log(4), 15);
  });

  it("takes biases of shape (1, H) and gives their gradients in that shape", () => {
    const { model, X, y } = mixedNet(0.1);
    const [expectedLoss, expected] = model.loss(X, y);
    model.params.b1 = model.params.b1.reshape(1, 9);
    model.params.b2 = model.params.b2.reshape(1, 4);
    const [loss, grads] = model.loss(X, y);
    expect(loss).toBe(expectedLoss);
    expect([grads.b1.shape, grads.b2.shape]).toEqual([[1, 9], [1, 4]]);
    expect([grads.b1.data, grads.b2.data]).toEqual([expected.b1.data, expected.b2.data]);
    expect(model.scores(X).shape).toEqual([5, 4]);
  });

  it("scores many examples as it scores few", () => {
    const { model } = mixedNet(0);
    const X = new RandomState(1).randn(2345, 6);
    const scores = model.scores(X);
    expect(scores.shape).toEqual([2345, 4]);
    expectClose(scores.slice(1990, 2010), model.scores(X.slice(1990, 2010)), 1e-14);
    expect(model.scores(zeros([0, 6])).shape).toEqual([0, 4]);
  });

  it("leaves its inputs and parameters as they are", () => {
    const { model, X, y } = mixedNet(0.1);
    const before = [X, ...Object.values(model.params)].map((array) => array.copy().data);
    model.loss(X, y);
    model.scores(X);
    expect([X, ...Object.values(model.params)].map(({ data }) => data)).toEqual(before);
  });

  it("puts gradients where it is told, the same ones", () => {
    const { model, X, y } = mixedNet(0.1);
    const [, expected] = model.loss(X, y);
    const into = { W1: zeros([6, 9]), b1: zeros(9), W2: zeros([9, 4]), b2: zeros(4) };
    const [, grads] = model.loss(X, y, into);
    expect(grads.W1).toBe(into.W1);
    expect(grads.W1.data).toEqual(expected.W1.data);
  });

  it("computes in float32 when told, to about 1e-6", () => {
    const options = { inputDim: 6, hiddenDim: 9, numClasses: 4, weightScale: 0.5, reg: 0.1 };
    const [single, double] = (["float32", "float64"] as const).map(
      (dtype) => new TwoLayerNet({ ...options, dtype, random: new RandomState(3) }),
    ) as [TwoLayerNet, TwoLayerNet];
    const X = new RandomState(1).randn(5, 6);
    const [loss, grads] = single.loss(X, [0, 1, 2, 3, 0]);
    const [expectedLoss, expected] = double.loss(X, [0, 1, 2, 3, 0]);
    expect(loss).not.toBe(expectedLoss);
    expect(Math.abs(loss - expectedLoss)).toBeLessThan(1e-6);
    for (const name of ["W1", "b1", "W2", "b2"] as const) {
      expect(grads[name].dtype).toBe("float32");
      expectClose(grads[name].astype("float64"), expected[name], 2e-6);
    }
  });

  it.each(["float64", "float32"] as const)("takes sets of images and arrays of another type as the same numbers in its own, %s", (dtype) => {
    // more images than are scored at a time
    const images = new ImageSet(Uint8Array.from({ length: 260 * 3072 }, (_, i) => (i * 7 + (i >> 9)) % 256), new Float64Array(3072).fill(100));
    const model = new TwoLayerNet({ hiddenDim: 3, numClasses: 4, weightScale: 0.01, dtype, random: new RandomState(3) });
    const own = images.toArray().astype(dtype);
    const other = own.astype(dtype === "float64" ? "float32" : "float64");
    const y = Array.from({ length: 260 }, (_, i) => i % 4);
    const [loss, grads] = model.loss(own, y);
    for (const X of [images, other]) {
      expect(model.scores(X).dtype).toBe(dtype);
      expectClose(model.scores(X), model.scores(own), dtype === "float64" ? 1e-13 : 1e-5);
      const [lossOfX, gradsOfX] = model.loss(X, y);
      expect(lossOfX).toBe(loss);
      expect(gradsOfX).toEqual(grads);
    }
  });

  it("has the assignment's defaults", () => {
    const { params, reg } = new TwoLayerNet();
    expect([params.W1.shape, params.W2.shape, reg]).toEqual([[3072, 100], [100, 10], 0]);
    const deviation = Math.sqrt(params.W1.mul(params.W1).mean());
    expect(Math.abs(deviation - 1e-3)).toBeLessThan(1e-5);
  });
});

describe("TwoLayerNet refuses", () => {
  it("options that are unknown or out of range", () => {
    expect(() => new TwoLayerNet({ hiddenSize: 5 } as object)).toThrow(
      new TypeError(
        'TwoLayerNet: unknown option "hiddenSize"; did you mean "hiddenDim"? Valid: "inputDim", "hiddenDim", "numClasses", "weightScale", "reg", "dtype", "random"',
      ),
    );
    expect(() => new TwoLayerNet({ hiddenDim: 0 })).toThrow(
      new RangeError("TwoLayerNet: expected hiddenDim to be a whole number of 1 or more, got 0"),
    );
    expect(() => new TwoLayerNet({ reg: -1 })).toThrow(
      new RangeError("TwoLayerNet: expected reg to be a number of 0 or more, got -1"),
    );
    for (const dtype of ["int32", "float16"]) {
      expect(() => new TwoLayerNet({ dtype } as object)).toThrow(
        new RangeError(`TwoLayerNet: expected dtype to be "float64" or "float32", got "${dtype}"`),
      );
    }
    expect(() => new TwoLayerNet({ weightScale: NaN })).toThrow(
      new RangeError("TwoLayerNet: expected weightScale to be a number of 0 or more, got NaN"),
    );
  });

  it("examples of another size and labels that do not fit", () => {
    const { model, X } = mixedNet(0);
    expect(() => model.scores(zeros([5, 7]))).toThrow(
      new RangeError("TwoLayerNet.scores: expected X to have shape (N, 6), got (5, 7)"),
    );
    expect(() => model.loss(zeros(6), [0])).toThrow(
      new RangeError("TwoLayerNet.loss: expected X to have shape (N, 6), got (6,)"),
    );
    expect(() => new TwoLayerNet({ inputDim: 1 }).scores(zeros(3))).toThrow(
      new RangeError("TwoLayerNet.scores: expected X to have shape (N, 1), got (3,)"),
    );
    expect(() => model.loss(X, [0, 1, 2, 3, 4])).toThrow(
      new RangeError("softmaxLoss: expected labels from 0 to 3, got 4 at index 4"),
    );
  });
});
