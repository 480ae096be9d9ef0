import { describe, expect, it } from "vitest";
import { affineForward, evalNumericalGradient, ImageSet, RandomState, relError, TwoLayerNet } from "../../../src/index.js";
import { ActivationNet, activations, leakyRelu } from "../../../src/study/index.js";

const shape = { inputDim: 5, hiddenDim: 7, numClasses: 3, weightScale: 1 };
const random = new RandomState(4);
const X = random.randn(6, 5);
const y = random.randint(0, 3, 6);

describe("ActivationNet", () => {
  it("with ReLU is TwoLayerNet, to the last bit", () => {
    const mine = new ActivationNet(activations[2], { ...shape, reg: 0.3, random: new RandomState(1) });
    const other = new TwoLayerNet({ ...shape, reg: 0.3, random: new RandomState(1) });
    expect(mine.scores(X).toList()).toEqual(other.scores(X).toList());
    const [[loss, grads], [otherLoss, otherGrads]] = [mine.loss(X, y), other.loss(X, y)];
    expect(loss).toBe(otherLoss);
    for (const name of ["W1", "b1", "W2", "b2"] as const) expect(grads[name].toList()).toEqual(otherGrads[name].toList());
  });

  it("has gradients that agree with the numeric ones, for every activation", () => {
    for (const activation of [...activations, leakyRelu(0.3)]) {
      const net = new ActivationNet(activation, { ...shape, reg: 0.7, random: new RandomState(2) });
      const [, grads] = net.loss(X, y);
      for (const name of ["W1", "b1", "W2", "b2"] as const) {
        const numeric = evalNumericalGradient(() => net.loss(X, y)[0], net.params[name]);
        expect(relError(grads[name], numeric), `${activation.name}, ${name}`).toBeLessThan(1e-6);
      }
    }
  });

  it("shows what goes into the activation, of arrays and of image sets", () => {
    const net = new ActivationNet(activations[0], { ...shape, random: new RandomState(1) });
    expect(net.preactivations(X).toList()).toEqual(affineForward(X, net.params.W1, net.params.b1)[0].toList());
    const images = new ImageSet(Uint8Array.from({ length: 2 * 3072 }, (_, i) => i % 251));
    const wide = new ActivationNet(activations[1], { hiddenDim: 4 });
    expect(wide.preactivations(images).toList()).toEqual(wide.preactivations(images.toArray()).toList());
    expect(wide.scores(images).toList()).toEqual(wide.scores(images.toArray()).toList());
  });
});
