import { describe, expect, it } from "vitest";
import { affineForward, evalNumericalGradientArray, matmul, RandomState, zeros } from "../../../src/index.js";
import { activations, gradientFlow, leakyRelu } from "../../../src/study/index.js";

const [sigmoid, tanh, relu] = activations;
const identity = leakyRelu(1);

describe("gradientFlow", () => {
  it("is the length of the gradient of the inputs: the numeric gradient through two layers agrees", () => {
    const random = new RandomState(7);
    const [x, w1, w2] = [random.randn(4, 6), random.randn(6, 6).mul(2 / Math.sqrt(6)), random.randn(6, 6).mul(2 / Math.sqrt(6))];
    const dout = random.randn(4, 6);
    const layer = (input: typeof x, w: typeof x) => tanh.apply(affineForward(input, w, zeros(6))[0])[0];
    const dx = evalNumericalGradientArray((v) => layer(layer(v, w1), w2), x, dout);
    const length = (v: typeof x) => Math.sqrt(v.mul(v).sum());
    const flow = gradientFlow(tanh, { depth: 2, width: 6, numExamples: 4, gain: 2, random: new RandomState(7) });
    expect(flow).toHaveLength(3);
    expect(flow[0]).toBe(1);
    expect(flow[2] / (length(dx) / length(dout))).toBeCloseTo(1, 8);
  });

  it("only passes the weights where the activation does nothing", () => {
    const random = new RandomState(3);
    random.randn(5, 8);
    const [w, dout] = [random.randn(8, 8).div(Math.sqrt(8)), random.randn(5, 8)];
    const dx = matmul(dout, w, { transposeB: true });
    const [, left] = gradientFlow(identity, { depth: 1, width: 8, numExamples: 5, random: new RandomState(3) });
    expect(left).toBeCloseTo(Math.sqrt(dx.mul(dx).sum() / dout.mul(dout).sum()), 12);
  });

  it("grows with the gain, layer by layer, where all is linear up to a sign", () => {
    const at = (gain: number) => gradientFlow(relu, { depth: 5, width: 20, gain, random: new RandomState(1) })[5];
    expect(at(3) / at(1)).toBeCloseTo(3 ** 5, 8);
  });

  it("has defaults of 20 layers of 100 units, gain 1, 50 examples and seed 0", () => {
    const spelt = { depth: 20, width: 100, numExamples: 50, gain: 1, random: new RandomState(0) };
    expect(gradientFlow(sigmoid)).toEqual(gradientFlow(sigmoid, spelt));
  });

  it("refuses options out of range or unknown", () => {
    expect(() => gradientFlow(relu, { depth: 0 })).toThrow(new RangeError("gradientFlow: expected depth to be a whole number of 1 or more, got 0"));
    expect(() => gradientFlow(relu, { gain: -1 })).toThrow(new RangeError("gradientFlow: expected gain to be a number of 0 or more, got -1"));
    expect(() => gradientFlow(relu, { layers: 3 } as object)).toThrow(TypeError);
  });
});
