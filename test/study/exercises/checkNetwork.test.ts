import { describe, expect, it } from "vitest";
import {
  affineBackward,
  affineForward,
  type NDArray,
  RandomState,
  reluBackward,
  reluForward,
  sigmoidBackward,
  sigmoidForward,
  softmaxLoss,
  TwoLayerNet,
  zeros,
} from "../../../src/index.js";
import { checkNetwork, type CheckReport, diagnoses, notWritten } from "../../../src/study/index.js";
import { sumOfSquares } from "../../../src/numeric/array/linearAlgebra.js";
import { networkCase } from "../../../src/study/exercises/network/networkCase.js";
import { failuresOf } from "./failuresOf.js";

interface Options {
  inputDim: number; hiddenDim: number; numClasses: number; weightScale: number; reg: number; random: RandomState;
}
type Params = Record<"W1" | "b1" | "W2" | "b2", NDArray>;

/** A network as a learner writes it, with a method for each thing that can go wrong. */
class Network {
  params: Params;
  reg: number;

  constructor(options: Options) {
    this.params = this.start(options);
    this.reg = options.reg;
  }

  start({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, random }: Options): Params {
    const W1 = random.randn(D, H).mul(weightScale);
    const W2 = random.randn(H, C).mul(weightScale);
    return { W1, b1: zeros(H), W2, b2: zeros(C) };
  }

  activate(x: NDArray): NDArray {
    return reluForward(x)[0];
  }

  back(dout: NDArray, x: NDArray): NDArray {
    return reluBackward(dout, { layer: "relu", x });
  }

  softmax(scores: NDArray, y: number[]): [number, NDArray] {
    return softmaxLoss(scores, y);
  }

  term({ W1, W2 }: Params): number {
    return 0.5 * (sumOfSquares(W1) + sumOfSquares(W2));
  }

  decay(dW: NDArray, W: NDArray): NDArray {
    return dW.add(W.mul(this.reg));
  }

  scores(X: NDArray): NDArray {
    const { W1, b1, W2, b2 } = this.params;
    return affineForward(this.activate(affineForward(X, W1, b1)[0]), W2, b2)[0];
  }

  loss(X: NDArray, y: number[]): [number, Record<string, NDArray>] {
    const { W1, b1, W2, b2 } = this.params;
    const [a, first] = affineForward(X, W1, b1);
    const [scores, second] = affineForward(this.activate(a), W2, b2);
    const [loss, dscores] = this.softmax(scores, y);
    const { dx, dw: dW2, db: db2 } = affineBackward(dscores, second);
    const { dw: dW1, db: db1 } = affineBackward(this.back(dx, a), first);
    return [loss + this.reg * this.term(this.params), { W1: this.decay(dW1, W1), b1: db1, W2: this.decay(dW2, W2), b2: db2 }];
  }
}

const OPTIONS: Options = { inputDim: 4, hiddenDim: 6, numClasses: 5, weightScale: 0.03, reg: 0, random: new RandomState(1) };
const failures = (Learners: new (options: Options) => Network) => failuresOf(checkNetwork(Learners));
const drawn = (start: (options: Options) => Partial<Params>) =>
  class extends Network {
    override start(options: Options): Params {
      return { ...super.start({ ...options, random: new RandomState(231) }), ...start(options) };
    }
  };
const W1_DRAWN = "new: W1 as drawn from the stream";
const TAKEN = "new: what is taken from the stream";
const REGULARISED = "loss: value at reg 0.7";

describe("checkNetwork", () => {
  it("passes the library's own and the one of these tests", () => {
    expect(failures(TwoLayerNet as never)).toEqual({});
    expect(checkNetwork(TwoLayerNet).passed).toBe(true);
    expect(checkNetwork(TwoLayerNet).checks.length).toBe(29);
    expect(failures(Network)).toEqual({});
  });

  it("tries hidden units of both signs, none of them near 0", () => {
    const { X, params } = networkCase();
    const [a] = affineForward(X, params.W1, params.b1);
    expect(a.max()).toBeGreaterThan(0.1);
    expect(a.min()).toBeLessThan(-0.1);
    expect(a.abs().min()).toBeGreaterThan(0.01);
  });

  it("recognises no ReLU between the layers", () => {
    class Linear extends Network {
      override activate = (x: NDArray) => x;
      override back = (dout: NDArray) => dout;
    }
    expect(failures(Linear)).toEqual({
      "scores: values, hidden units of both signs": diagnoses.noReluBetween,
      "loss: value at reg 0": diagnoses.noReluBetween,
      "loss: value at reg 0.7": diagnoses.noReluBetween,
    });
  });

  it.each<[keyof typeof diagnoses, (network: Network, X: NDArray) => NDArray]>([
    ["reluOnScores", (network, X) => Network.prototype.scores.call(network, X).maximum(0)],
    ["b2Missing", (network, X) => Network.prototype.scores.call(network, X).sub(network.params.b2)],
    ["b1Missing", ({ params: { W1, b1, W2, b2 } }, X) => affineForward(affineForward(X, W1, b1.mul(0))[0].maximum(0), W2, b2)[0]],
    ["probabilitiesForScores", (network, X) => {
      const exp = Network.prototype.scores.call(network, X).exp();
      return exp.div(exp.sum(1).reshape(3, 1));
    }],
    ["scoresOther", (network, X) => Network.prototype.scores.call(network, X).mul(1.1)],
  ])("recognises scores: %s", (key, wrong) => {
    class Wrong extends Network {
      override scores(X: NDArray): NDArray {
        return wrong(this, X);
      }
    }
    expect(failures(Wrong)).toEqual({ "scores: values, hidden units of both signs": diagnoses[key] });
  });

  it("recognises scores of another shape", () => {
    class Wrong extends Network {
      override scores(X: NDArray): NDArray {
        return super.scores(X).T;
      }
    }
    expect(failures(Wrong)).toMatchObject({ "scores: shape": diagnoses.scoresShape });
  });

  it.each<[keyof typeof diagnoses, (params: Params) => number]>([
    ["halfMissing", ({ W1, W2 }) => sumOfSquares(W1) + sumOfSquares(W2)],
    ["biasesRegularised", ({ W1, W2, b1, b2 }) => 0.5 * [W1, W2, b1, b2].reduce((sum, w) => sum + sumOfSquares(w), 0)],
    ["regMissing", () => 0],
    ["oneWeightRegularised", ({ W1 }) => 0.5 * sumOfSquares(W1)],
    ["oneWeightRegularised", ({ W2 }) => 0.5 * sumOfSquares(W2)],
  ])("recognises an L2 term: %s", (key, term) => {
    class Wrong extends Network {
      override term = term;
    }
    const found = failures(Wrong);
    expect(found[REGULARISED]).toBe(diagnoses[key]);
    expect(found["loss: value at reg 0"]).toBeUndefined();
  });

  it("recognises an L2 term without the half and with the biases", () => {
    class Wrong extends Network {
      override term = (params: Params) => Object.values(params).reduce((sum, w) => sum + sumOfSquares(w), 0);
    }
    expect(failures(Wrong)[REGULARISED]).toBe(`${diagnoses.biasesRegularised}. And ${diagnoses.halfMissing}`);
  });

  it.each<[keyof typeof diagnoses, number]>([["regGradientMissing", 0], ["regGradientTwice", 2], ["regGradientHalf", 0.5]])(
    "recognises the L2 term's gradient: %s",
    (key, factor) => {
      class Wrong extends Network {
        override decay = (dW: NDArray, W: NDArray) => dW.add(W.mul(factor * this.reg));
      }
      expect(failures(Wrong)).toEqual({
        "gradients: numeric, W1 at reg 0.7": diagnoses[key],
        "gradients: numeric, W2 at reg 0.7": diagnoses[key],
      });
    },
  );

  it("recognises biases in the L2 term's gradient", () => {
    class Wrong extends Network {
      override loss(X: NDArray, y: number[]): [number, Record<string, NDArray>] {
        const [loss, grads] = super.loss(X, y);
        return [loss, { ...grads, b1: this.decay(grads.b1!, this.params.b1) }];
      }
    }
    expect(failures(Wrong)).toEqual({ "gradients: numeric, b1 at reg 0.7": diagnoses.biasGradientRegularised });
  });

  it("recognises the missing mask, and x >= 0", () => {
    class NoMask extends Network {
      override back = (dout: NDArray) => dout;
    }
    const found = failures(NoMask);
    expect(found["gradients: numeric, W1 at reg 0"]).toBe(diagnoses.hiddenMaskMissing);
    expect(found["gradients: numeric, W1 at reg 0.7"]).toBe(diagnoses.hiddenMaskMissing);
    expect(found["gradients: numeric, b1 at reg 0"]).toBe(diagnoses.hiddenMaskMissing);
    expect(found["gradients: numeric, W2 at reg 0"]).toBeUndefined();
    expect(found["gradients: b1's at exact zeros"]).toBeUndefined();
    class ZeroPasses extends Network {
      override back = (dout: NDArray, x: NDArray) => dout.combine(x, (d, value) => (value >= 0 ? d : 0));
    }
    expect(failures(ZeroPasses)).toEqual({ "gradients: b1's at exact zeros": diagnoses.zeroPasses });
  });

  it.each<[keyof typeof diagnoses, new (options: Options) => Network]>([
    ["noReluBetween", class extends Network {
      override activate = (x: NDArray) => x;
      override back = (dout: NDArray) => dout;
    }],
    ["sigmoidBetween", class extends Network {
      override activate = (x: NDArray) => sigmoidForward(x)[0];
      override back = (dout: NDArray, x: NDArray) => sigmoidBackward(dout, sigmoidForward(x)[1]);
    }],
  ])("recognises gradients of another network than the loss: %s", (key, Other) => {
    class Wrong extends Other {
      override loss(X: NDArray, y: number[]): [number, Record<string, NDArray>] {
        const right = Object.assign(new Network(OPTIONS), { params: this.params, reg: this.reg });
        return [right.loss(X, y)[0], super.loss(X, y)[1]];
      }
    }
    const found = failures(Wrong);
    for (const name of ["W1", "b1", "W2"]) for (const reg of [0, 0.7]) expect(found[`gradients: numeric, ${name} at reg ${reg}`]).toBe(diagnoses[key]);
  });

  describe("where the loss is wrong", () => {
    type Result = [number, Record<string, NDArray>];
    const variant = (change: (result: Result, network: Network, X: NDArray, calls: number) => Result) =>
      checkNetwork(class extends Network {
        calls = 0;
        override loss(X: NDArray, y: number[]): Result {
          return change(super.loss(X, y), this, X, ++this.calls);
        }
      });
    const times = (grads: Record<string, NDArray>, factor: number) => Object.fromEntries(Object.entries(grads).map(([name, grad]) => [name, grad.mul(factor)]));
    const ofGradients = ({ checks }: CheckReport) => checks.filter(({ name }) => name.startsWith("gradients: numeric"));
    const NUMERIC = ["W1", "b1", "W2", "b2"].flatMap((name) => [`gradients: numeric, ${name} at reg 0`, `gradients: numeric, ${name} at reg 0.7`]).sort();
    const failedOf = (report: CheckReport) => Object.keys(failuresOf(report)).filter((name) => NUMERIC.includes(name)).sort();

    it("its own gradients pass, and those of the right loss", () => {
      for (const factor of [1, 2]) {
        const found = ofGradients(variant(([loss, grads]) => [2 * loss, times(grads, factor)]));
        expect(found).toHaveLength(8);
        for (const { status, measured } of found) expect([status, Number(measured) < 1e-5]).toEqual(["passed", true]);
      }
    });

    it("those of neither do not", () => {
      expect(failedOf(variant(([loss, grads]) => [2 * loss, times(grads, 3)]))).toEqual(NUMERIC);
    });

    it("those that are its own for one number of examples do not", () => {
      expect(failedOf(variant(([loss, grads], _, X) => [2 * loss, times(grads, X.shape[0] === 3 ? 2 : 3)]))).toEqual(NUMERIC.filter((name) => name.endsWith("0.7")));
    });

    it("only where scores are large, gradients are asked for that are right", () => {
      const doubledLater = variant(([loss, grads], { params }, _, calls) => [params.b2.max() > 700 ? NaN : calls > 2 ? 2 * loss : loss, times(grads, 2)]);
      expect(failedOf(doubledLater)).toEqual(NUMERIC);
    });

    it("a mistake is named before what another call changes", () => {
      const found = variant(([loss, grads], _, __, calls) => [loss, { ...grads, W2: grads.W2!.mul(calls === 1 ? 2 : 3) }]).failures;
      expect(found.map(({ causes }) => causes)).toEqual([["twice"], ["twice"]]);
    });
  });

  it("recognises db of shape (1, C), a sum for a mean, and a softmax without shift", () => {
    class Row extends Network {
      override loss(X: NDArray, y: number[]): [number, Record<string, NDArray>] {
        const [loss, grads] = super.loss(X, y);
        return [loss, { ...grads, b2: grads.b2!.reshape(1, -1) }];
      }
    }
    expect(Object.keys(failures(Row))).toEqual(["gradients: shape of b2's"]);
    class Summed extends Network {
      override softmax = (scores: NDArray, y: number[]): [number, NDArray] => [softmaxLoss(scores, y)[0] * y.length, softmaxLoss(scores, y)[1].mul(y.length)];
    }
    expect(failures(Summed)).toMatchObject({ "loss: value at reg 0": diagnoses.lossSummed, [REGULARISED]: diagnoses.lossSummed });
    class Overflow extends Network {
      override softmax = (scores: NDArray, y: number[]): [number, NDArray] => [scores.max() > 700 ? NaN : softmaxLoss(scores, y)[0], softmaxLoss(scores, y)[1]];
    }
    expect(failures(Overflow)).toEqual({ "loss: scores of 1000": diagnoses.shiftMissingInNetwork });
  });

  it("recognises changes in place and NaN that is hidden", () => {
    class InPlace extends Network {
      override decay = (dW: NDArray, W: NDArray) => {
        W.data.set(W.mul(0.99).data);
        return dW.add(W.mul(this.reg / 0.99));
      };
    }
    expect(failures(InPlace)["loss: examples, labels and parameters unchanged"]).toMatch(/^the network's loss changes W1 in place, 24 of 24 elements: .*; the network's loss changes W2 in place, 30 of 30/);
    class Hidden extends Network {
      override activate = (x: NDArray) => x.map((value) => (value > 0 ? value : 0));
    }
    expect(failures(Hidden)).toEqual({});
    expect(checkNetwork(Hidden).checks.filter(({ remark }) => remark)).toMatchObject([{ name: "loss: NaN is not hidden", remark: diagnoses.nanLossHidden }]);
  });

  it.each<[keyof typeof diagnoses, new (options: Options) => Network]>([
    ["w2First", drawn(({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, random }) => {
      const W2 = random.randn(H, C).mul(weightScale);
      return { W1: random.randn(D, H).mul(weightScale), W2 };
    })],
    ["scaleMissing", drawn(({ inputDim: D, hiddenDim: H, numClasses: C, random }) => ({ W1: random.randn(D, H), W2: random.randn(H, C) }))],
    ["varianceForDeviation", drawn(({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, random }) => {
      const scale = (w: NDArray) => w.mul(weightScale ** 2);
      return { W1: scale(random.randn(D, H)), W2: scale(random.randn(H, C)) };
    })],
    ["varianceForDeviation", drawn(({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, random }) => {
      const scale = (w: NDArray) => w.mul(Math.sqrt(weightScale));
      return { W1: scale(random.randn(D, H)), W2: scale(random.randn(H, C)) };
    })],
  ])("recognises weights: %s", (key, Wrong) => {
    expect(failures(Wrong)).toEqual({ [W1_DRAWN]: diagnoses[key], "new: W2 as drawn from the stream": diagnoses[key] });
  });

  it("recognises uniform weights, a stream of their own, and draws besides", () => {
    const uniform = drawn(({ inputDim: D, hiddenDim: H, numClasses: C, weightScale, random }) => ({
      W1: random.randomSample([D, H]).mul(weightScale), W2: random.randomSample([H, C]).mul(weightScale),
    }));
    expect(failures(uniform)).toEqual({ [W1_DRAWN]: diagnoses.uniformWeights, "new: W2 as drawn from the stream": diagnoses.uniformWeights });
    const own = drawn(({ inputDim: D, hiddenDim: H, weightScale }) => ({ W1: new RandomState(7).randn(D, H).mul(weightScale) }));
    expect(failures(own)).toMatchObject({ [W1_DRAWN]: diagnoses.ownStream, [TAKEN]: diagnoses.ownStream });
    class More extends Network {
      override start(options: Options): Params {
        const params = super.start(options);
        options.random.randn();
        return params;
      }
    }
    expect(failures(More)).toEqual({ [TAKEN]: diagnoses.moreDraws });
  });

  it("tells how near the numeric gradient is, and recognises gradients that another call has changed", () => {
    const numeric = checkNetwork(TwoLayerNet).checks.filter(({ name }) => name.startsWith("gradients: numeric"));
    expect(numeric).toHaveLength(8);
    for (const { measured } of numeric) expect(Number(measured) > 0 && Number(measured) < 1e-5, measured).toBe(true);
    const kept = checkNetwork(class extends TwoLayerNet {
      #calls = 0;
      override loss(...given: any[]): any {
        const [loss, grads] = super.loss(...given as [never, never]) as never as [number, Params];
        return [loss, { ...grads, W2: grads.W2.mul(1 + this.#calls++) }];
      }
    } as never);
    expect(new Set(kept.failures.flatMap(({ causes = [] }) => causes))).toEqual(new Set(["stateKept"]));
  });

  it("recognises the same draws for both weights, weights of the other sign, and each order of bias and weights", () => {
    const drawing = (draw: (options: Options) => Params) => checkNetwork(class extends Network { override start(options: Options) { return draw(options); } }).failures.flatMap(({ causes = [] }) => causes);
    const zero = ({ hiddenDim: H, numClasses: C }: Options) => ({ b1: zeros(H), b2: zeros(C) });
    const first = ({ random, inputDim: D, hiddenDim: H, weightScale }: Options) => random.randn(D, H).mul(weightScale);
    const second = ({ random, hiddenDim: H, numClasses: C, weightScale }: Options) => random.randn(H, C).mul(weightScale);
    const inOrder = (W1: NDArray, W2: NDArray, options: Options): Params => {
      const { b1, b2 } = zero(options);
      return { W1, b1, W2, b2 };
    };
    expect(new Set(drawing((options) => {
      const start = options.random.getState();
      const W1 = first(options);
      options.random.setState(start);
      return inOrder(W1, second(options), options);
    }))).toEqual(new Set(["sameDraws"]));
    expect(new Set(drawing((options) => {
      const W1 = first(options).neg();
      return inOrder(W1, second(options).neg(), options);
    }))).toEqual(new Set(["signFlipped"]));
    expect(new Set(drawing((options) => {
      options.random.randn(options.hiddenDim);
      const W1 = first(options);
      return inOrder(W1, second(options), options);
    }))).toEqual(new Set(["moreDraws"]));
    for (const spread of [(x: NDArray) => x.sub(0.5), (x: NDArray) => x.mul(2).sub(1)]) {
      const uniform = (rows: number, columns: number, { random, weightScale }: Options) => spread(random.randomSample([rows, columns])).mul(weightScale);
      expect(new Set(drawing((options) => {
        const W1 = uniform(options.inputDim, options.hiddenDim, options);
        return inOrder(W1, uniform(options.hiddenDim, options.numClasses, options), options);
      }))).toEqual(new Set(["uniformWeights"]));
    }
  });

  it("recognises parameters of other names, shapes, types and beginnings", () => {
    const variant = (change: (params: Params) => Params) =>
      failures(class extends Network {
        override start(options: Options): Params {
          return change(super.start(options));
        }
      });
    const shapes = "new: names, order and shapes of the parameters";
    expect(variant(({ W1, b1, W2, b2 }) => ({ W1, W2, b1, b2 }))[shapes]).toBe(
      "params has other names or another order: W1, b1, W2, b2; the Solver updates them in this order",
    );
    expect(variant((params) => ({ ...params, b1: params.b1.reshape(1, -1) }))[shapes]).toBe(
      "b1 has shape (1, 6) instead of (6,): a bias is one number for each unit, zeros(M)",
    );
    expect(variant((params) => ({ ...params, b2: params.b2.add(0.01) }))).toEqual({ "new: biases": diagnoses.biasNotZero });
    expect(variant((params) => ({ ...params, b2: params.b2.astype("float32") }))).toEqual({});
    expect(variant((params) => ({ W1: params.W1 }) as Params)[shapes]).toBe(
      "expected the network's params to be { W1, b1, W2, b2 } of NDArrays, got an object with W1",
    );
  });

  it("recognises options that are changed, parameters that are shared, and none at all", () => {
    const changing = class extends Network {
      override start(options: Options): Params {
        options.weightScale = 1;
        return super.start({ ...options, weightScale: 0.03 });
      }
    };
    const [changed] = checkNetwork(changing).failures.filter(({ causes }) => causes?.includes("changedInPlace"));
    expect(changed).toMatchObject({ measured: "1 elements changed", diagnosis: expect.stringMatching(/^the network's constructor changes options: /) });
    const shared = {} as Params;
    const sharing = class extends Network {
      override start(options: Options): Params {
        return Object.assign(shared, super.start(options));
      }
    };
    expect(checkNetwork(sharing).failures).toContainEqual(expect.objectContaining({ measured: "W1, b1, W2, b2", causes: ["parametersShared"], diagnosis: diagnoses.parametersShared }));
    for (const params of [undefined, null, {}, { W1: zeros([4, 6]), b1: zeros(6), W2: zeros([6, 5]) }]) {
      const [first] = checkNetwork(class extends Network { override params = params as never; }).failures;
      expect(first!.diagnosis).toMatch(/^expected the network's params to be \{ W1, b1, W2, b2 \} of NDArrays, got /);
    }
    expect(checkNetwork(Network).subject).toBe("two-layer network");
  });

  it("tells what came in place of [loss, grads], and what is not written yet", () => {
    class Bare extends Network {
      override loss = (() => 3) as never;
      override scores = () => notWritten("scores");
    }
    const report = checkNetwork(Bare);
    expect(failuresOf(report)).toEqual({
      "loss: value at reg 0": `expected loss to return [loss, { W1, b1, W2, b2 }], got a number: ${diagnoses.partMissing}`,
    });
    expect(report.toString().split("\n")[0]).toBe("two-layer network: 7 of 29 checks passed, 1 failed, not written yet: scores");
  });
});
