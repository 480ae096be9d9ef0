import { describe, expect, it } from "vitest";
import { array, NDArray, RandomState, relError, TwoLayerNet } from "../../../src/index.js";
import { graphFigure, twoLayerFlow } from "../../../src/study/index.js";

describe("twoLayerFlow", () => {
  const random = new RandomState(3);
  const net = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, weightScale: 1, reg: 0.7, random });
  net.params.b1 = random.randn(5);
  const [X, y] = [random.randn(2, 4), [2, 0]];
  const flow = twoLayerFlow(net.params, X, y, net.reg);
  const edge = (from: string, to: string) => {
    const [, , value, gradient] = flow.edges.find((each) => each[0] === from && each[1] === to)!;
    return { value: value as NDArray, gradient: gradient as NDArray };
  };
  const gradientOf = (from: string) => flow.edges.filter((each) => each[0] === from).map((each) => each[3] as NDArray).reduce((a, b) => a.add(b));

  it("brings back the gradients of the network: of the weights, as the sum over both edges", () => {
    const [loss, grads] = net.loss(X, y);
    expect(edge("plus", "loss").value).toBeCloseTo(loss, 14);
    expect(Number(edge("softmax", "plus").value) + Number(edge("L2", "plus").value)).toBeCloseTo(loss, 14);
    for (const name of ["W1", "b1", "W2", "b2"] as const) expect(relError(gradientOf(name), grads[name])).toBeLessThan(1e-14);
  });

  it("takes the network's values along the chain", () => {
    expect(edge("affine2", "softmax").value.toList()).toEqual(net.scores(X).toList());
    const hidden = edge("relu", "affine2").value;
    const before = edge("affine1", "relu").value;
    expect(before.min()).toBeLessThan(0);
    expect(hidden.toList()).toEqual(before.maximum(0).toList());
    const [da, dhidden] = [edge("affine1", "relu").gradient, edge("relu", "affine2").gradient];
    expect(da.toList()).toEqual(dhidden.combine(before, (d, a) => (a > 0 ? d : 0)).toList());
  });

  it("fits the figure", () => {
    expect(graphFigure(flow).layout.annotations).not.toHaveLength(0);
  });

  it("refuses what does not fit, as the layers do", () => {
    expect(() => twoLayerFlow(net.params, array([[1, 2]]), [0], 0)).toThrow(new RangeError("affineForward: expected w to have shape (2, M), got (4, 5)"));
  });
});
