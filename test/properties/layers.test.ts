/** The gradients of every layer against numeric ones, at random shapes. */
import fc from "fast-check";
import { describe, it } from "vitest";
import {
  affineBackward,
  affineForward,
  affineReluBackward,
  affineReluForward,
  evalNumericalGradient,
  evalNumericalGradientArray,
  type NDArray,
  RandomState,
  softmaxLoss,
  svmLoss,
  TwoLayerNet,
} from "../../src/index.js";
import { activations, leakyRelu } from "../../src/study/index.js";
import { expectClose } from "../fixtures/golden.js";

const RUNS = { seed: 231, numRuns: 60 };
/** Of the largest element; a kink is at least so far that no step of 1e-5 crosses it. */
const TOLERANCE = 1e-6;
const FAR = 1e-3;

const size = fc.integer({ min: 1, max: 5 });
const seeds = fc.nat(2 ** 31 - 1).map((seed) => new RandomState(seed));
/** N, M and the axes of an example. */
const affineShapes = fc.tuple(size, size, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), seeds);

/** Inputs of a layer with weights, and an upstream gradient. */
function affineInputs([N, M, dims, random]: [number, number, number[], RandomState]): Record<"x" | "w" | "b" | "dout", NDArray> {
  const D = dims.reduce((product, dim) => product * dim, 1);
  return { x: random.randn(N, ...dims), w: random.randn(D, M), b: random.randn(M), dout: random.randn(N, M) };
}

function avoidKinks(distances: NDArray): void {
  fc.pre(distances.abs().min() > FAR);
}

describe("gradients are the numeric ones", () => {
  it("affine", () => {
    fc.assert(
      fc.property(affineShapes, (shapes) => {
        const { x, w, b, dout } = affineInputs(shapes);
        const { dx, dw, db } = affineBackward(dout, affineForward(x, w, b)[1]);
        const numeric = (f: (v: NDArray) => NDArray, at: NDArray) => evalNumericalGradientArray(f, at, dout);
        expectClose(dx, numeric((v) => affineForward(v, w, b)[0], x), TOLERANCE);
        expectClose(dw, numeric((v) => affineForward(x, v, b)[0], w), TOLERANCE);
        expectClose(db, numeric((v) => affineForward(x, w, v)[0], b), TOLERANCE);
      }),
      RUNS,
    );
  });

  it("affine and ReLU", () => {
    fc.assert(
      fc.property(affineShapes, (shapes) => {
        const { x, w, b, dout } = affineInputs(shapes);
        avoidKinks(affineForward(x, w, b)[0]);
        const { dx, dw, db } = affineReluBackward(dout, affineReluForward(x, w, b)[1]);
        const numeric = (f: (v: NDArray) => NDArray, at: NDArray) => evalNumericalGradientArray(f, at, dout);
        expectClose(dx, numeric((v) => affineReluForward(v, w, b)[0], x), TOLERANCE);
        expectClose(dw, numeric((v) => affineReluForward(x, v, b)[0], w), TOLERANCE);
        expectClose(db, numeric((v) => affineReluForward(x, w, v)[0], b), TOLERANCE);
      }),
      RUNS,
    );
  });

  it.each([...activations, leakyRelu(0.3)].map((activation) => [activation.name, activation] as const))("%s", (_, { apply }) => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 3 }), seeds, (shape, random) => {
        const [x, dout] = [random.randn(...shape), random.randn(...shape)];
        avoidKinks(x);
        expectClose(apply(x)[1](dout), evalNumericalGradientArray((v) => apply(v)[0], x, dout), TOLERANCE);
      }),
      RUNS,
    );
  });

  it("softmax loss", () => {
    fc.assert(
      fc.property(size, size, seeds, (N, C, random) => {
        const [x, y] = [random.randn(N, C), random.randint(0, C, N)];
        const numeric = evalNumericalGradient((v) => softmaxLoss(v, y)[0], x);
        // of one class alone, the loss is 0 and so is its gradient: the difference itself counts
        expectClose(softmaxLoss(x, y)[1].add(1), numeric.add(1), TOLERANCE);
      }),
      RUNS,
    );
  });

  it("SVM loss", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 2, max: 5 }), seeds, (N, C, random) => {
        const [x, y] = [random.randn(N, C), random.randint(0, C, N)];
        for (let i = 0; i < N; i++) {
          for (let c = 0; c < C; c++) fc.pre(Math.abs(x.get(i, c) - x.get(i, y.get(i)) + 1) > FAR);
        }
        expectClose(svmLoss(x, y)[1].add(1), evalNumericalGradient((v) => svmLoss(v, y)[0], x).add(1), TOLERANCE);
      }),
      RUNS,
    );
  });

  it("the two-layer network, all four parameters", () => {
    const regs = fc.constantFrom(0, 0.05, 1);
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 2, max: 5 }), regs, seeds, (N, D, H, C, reg, random) => {
        const model = new TwoLayerNet({ inputDim: D, hiddenDim: H, numClasses: C, weightScale: 1, reg, random });
        model.params.b1 = random.randn(H);
        const [X, y] = [random.randn(N, D), random.randint(0, C, N)];
        avoidKinks(affineForward(X, model.params.W1, model.params.b1)[0]);
        const [, grads] = model.loss(X, y);
        for (const name of ["W1", "b1", "W2", "b2"] as const) {
          const original = model.params[name];
          const loss = (v: NDArray) => {
            model.params[name] = v;
            return model.loss(X, y)[0];
          };
          expectClose(grads[name].add(1), evalNumericalGradient(loss, original.copy()).add(1), TOLERANCE);
          model.params[name] = original;
        }
      }),
      RUNS,
    );
  });
});
