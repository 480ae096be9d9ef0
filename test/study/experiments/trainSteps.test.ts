import { describe, expect, it } from "vitest";
import { RandomState, Solver, TwoLayerNet } from "../../../src/index.js";
import { trainSteps } from "../../../src/study/index.js";

const shape = { inputDim: 6, hiddenDim: 8, numClasses: 3, weightScale: 0.1 };
const random = new RandomState(1);
const X = random.randn(40, 6);
const y = random.randint(0, 3, 40);

describe("trainSteps", () => {
  it("takes the Solver's steps, on the same draws", () => {
    const [mine, solved] = [0, 1].map(() => new TwoLayerNet({ ...shape, reg: 0.1, random: new RandomState(2) })) as [TwoLayerNet, TwoLayerNet];
    const losses = trainSteps(mine, X, y, { steps: 1, batchSize: 10, learningRate: 0.1, random: new RandomState(3) });
    const solver = new Solver(solved, { XTrain: X, yTrain: y, XVal: X, yVal: y }, {
      numEpochs: 1, batchSize: 10, optimConfig: { learningRate: 0.1 }, random: new RandomState(3), verbose: false,
    });
    solver.train();
    expect(losses[0]).toBe(solver.lossHistory[0]);
    expect(mine.loss(X, y)[0]).not.toBe(losses[0]);
  });

  it("ends with the parameters of the last step, and goes on from there", () => {
    const train = (...parts: number[]) => {
      const net = new TwoLayerNet({ ...shape, random: new RandomState(2) });
      const random = new RandomState(3);
      const losses = parts.flatMap((steps) => trainSteps(net, X, y, { steps, batchSize: 5, learningRate: 0.2, random }));
      return { losses, W1: net.params.W1.toList() };
    };
    expect(train(30)).toEqual(train(10, 20));
    const { losses } = train(300);
    expect(losses).toHaveLength(300);
    expect(losses.at(-1)!).toBeLessThan(losses[0]);
  });

  it("takes a step of plain SGD on the whole of the minibatch", () => {
    const net = new TwoLayerNet({ ...shape, random: new RandomState(2) });
    const chosen = new RandomState(3).choice(40, 7).data;
    const labels = Array.from(chosen, (i) => y.get(i));
    const [loss, { W1, b2 }] = net.loss(X.takeRows(chosen), labels);
    const [nextW1, nextB2] = [net.params.W1.sub(W1.mul(0.5)), net.params.b2.sub(b2.mul(0.5))];
    expect(trainSteps(net, X, y, { steps: 1, batchSize: 7, learningRate: 0.5, random: new RandomState(3) })).toEqual([loss]);
    expect(net.params.W1.sub(nextW1).abs().max()).toBeLessThan(1e-15);
    expect(net.params.b2.sub(nextB2).abs().max()).toBeLessThan(1e-15);
  });

  it("has defaults of 100 steps of 100 examples, a learning rate of 1e-3 and seed 0", () => {
    const losses = (options?: object) => trainSteps(new TwoLayerNet({ ...shape, random: new RandomState(2) }), X, y, options);
    expect(losses()).toEqual(losses({ steps: 100, batchSize: 100, learningRate: 1e-3, random: new RandomState(0) }));
  });

  it("refuses options out of range or unknown, and labels that do not fit", () => {
    const net = new TwoLayerNet(shape);
    expect(() => trainSteps(net, X, y, { steps: 0 })).toThrow(new RangeError("trainSteps: expected steps to be a whole number of 1 or more, got 0"));
    expect(() => trainSteps(net, X, y, { batchSize: 1.5 })).toThrow(new RangeError("trainSteps: expected batchSize to be a whole number of 1 or more, got 1.5"));
    expect(() => trainSteps(net, X, y, { epochs: 3 } as object)).toThrow(TypeError);
    expect(() => trainSteps(net, X, [1, 2])).toThrow(new RangeError("trainSteps: expected y to have 40 labels, got 2"));
  });

  it("stops when the loss is no number, with what to do", () => {
    const net = new TwoLayerNet({ ...shape, random: new RandomState(2) });
    net.params.W2.fill(NaN);
    expect(() => trainSteps(net, X, y, { steps: 5, learningRate: 7 })).toThrow(
      new RangeError("trainSteps: expected a finite loss, got NaN at step 1 of 5; lower the learning rate (now 7)"),
    );
  });
});
