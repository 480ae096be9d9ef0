import { describe, expect, it } from "vitest";
import { array, evalNumericalGradientArray, relError, sigmoidForward } from "../../../src/index.js";
import { activations, derivative, leakyRelu } from "../../../src/study/index.js";
import { spaced } from "../../fixtures/spaced.js";

describe("activations", () => {
  it("are four, each with its own forward and backward", () => {
    expect(activations.map(({ name }) => name)).toEqual(["sigmoid", "tanh", "ReLU", "leaky ReLU (alpha 0.01)"]);
    const x = array([-2, 3]);
    expect(activations.map(({ apply }) => apply(x)[0].toList())).toEqual([
      sigmoidForward(x)[0].toList(),
      [Math.tanh(-2), Math.tanh(3)],
      [0, 3],
      [-0.02, 3],
    ]);
  });

  it("have backward passes that agree with the numeric gradient", () => {
    const [x, dout] = [spaced(-1.9, 2, 4, 5), spaced(-2, 3, 4, 5)];
    for (const { apply } of [...activations, leakyRelu(0.3)]) {
      const numeric = evalNumericalGradientArray((v) => apply(v)[0], x, dout);
      expect(relError(apply(x)[1](dout), numeric)).toBeLessThan(1e-8);
    }
  });
});

describe("leakyRelu", () => {
  it("takes the slope for negative inputs and has it in its name", () => {
    const { name, apply } = leakyRelu(0.3);
    expect([name, apply(array([-10, 10]))[0].toList()]).toEqual(["leaky ReLU (alpha 0.3)", [-3, 10]]);
  });
});

describe("derivative", () => {
  it("is the gradient for an upstream gradient of 1", () => {
    const x = array([-1, 0, 2]);
    expect(activations.slice(2).map((activation) => derivative(activation, x).toList())).toEqual([[0, 0, 1], [0.01, 0.01, 1]]);
    expect(derivative(activations[0], array([0])).item()).toBe(0.25);
  });
});
