import { describe, expect, it } from "vitest";
import { array, type Model, type Parameters, RandomState, Solver, type SolverOptions, type TrainingWarning, TwoLayerNet, zeros } from "../../../src/index.js";
import { TroubleWatch } from "../../../src/nn/watch/troubleWatch.js";

function watch(batchSize = 100, numClasses = 10): { trouble: TroubleWatch; told: TrainingWarning[] } {
  const told: TrainingWarning[] = [];
  return { trouble: new TroubleWatch(batchSize, numClasses, (warning) => told.push(warning)), told };
}

const learning: Parameters = { W1: array([[1, 1]]), b1: array([0, 1]), W2: array([[1], [1]]), b2: array([1]) };

/** What is told of these losses. */
function ofLosses(losses: readonly number[], batchSize?: number): TrainingWarning[] {
  const { trouble, told } = watch(batchSize);
  losses.forEach((loss, i) => trouble.afterStep(i + 1, loss, learning, 0.1));
  return told;
}

it("begins with nothing seen", () => {
  expect(watch().trouble.state).toEqual({ meanLoss: null, bestLoss: null, silentSteps: {}, lastCheck: "", warnings: [] });
});

describe("divergence", () => {
  it("is told once, when the loss is ten times its best and worse than guessing", () => {
    expect(ofLosses([2.3, 2, 19, 20, 40, 2, 50])).toEqual([{
      kind: "divergence",
      iteration: 4,
      message:
        "the loss has gone up to 20, from 2 at its best: training diverges. The learning rate (now 0.1) is probably too high: " +
        "start again with a lower one, e.g. by a factor of 10",
    }]);
  });

  it("is no loss near 0 that has risen tenfold, nor one that begins high", () => {
    expect(ofLosses([2.3, 0.001, 2.3])).toEqual([]);
    expect(ofLosses([2.3, 0.001, 2.31])).toHaveLength(1);
    expect(ofLosses([2.3, 0.001, Math.log(10)])).toEqual([]);
    expect(ofLosses([400, 300, 500])).toEqual([]);
  });

  it("is not one example's loss: small batches are averaged", () => {
    expect(ofLosses([1, 1, 30, 1, 1], 1)).toEqual([]);
    expect(ofLosses([1, ...Array(60).fill(30)], 1)).toMatchObject([{ kind: "divergence", iteration: 38 }]);
  });
});

describe("silent units", () => {
  const silent: Parameters = { ...learning, W1: array([[1, 2]]), b1: zeros([2]) };
  const ofGradients = (steps: readonly Parameters[]): TrainingWarning[] => {
    const { trouble, told } = watch();
    steps.forEach((grads, i) => trouble.afterStep(i + 1, 1, grads, undefined));
    return told;
  };

  it("are told once, after ten steps in a row without a gradient before them", () => {
    expect(ofGradients(Array(30).fill(silent))).toEqual([{
      kind: "silent units",
      iteration: 10,
      message:
        "no gradient has reached b1 for 10 steps: all hidden units are dead, that is 0 for every example, or the weights after them are 0. " +
        "Such units do not come back: start again, with random weights and a lower learning rate, and look at the scale of the inputs",
    }]);
    expect(ofGradients([...Array(9).fill(silent), learning, ...Array(9).fill(silent)])).toEqual([]);
  });

  it("are not a net that has nothing left to learn", () => {
    expect(ofGradients(Array(30).fill({ ...silent, b2: zeros([1]) }))).toEqual([]);
  });
});

describe("predictions", () => {
  const labels = Int32Array.from({ length: 40 }, (_, i) => (i < 10 ? 2 : i % 2));
  const constant = new Int32Array(40).fill(2);
  // right for 10 of 40, which is the share of class 2 too
  const mixed = labels.map((label, i) => (i < 10 ? label : 1 - label));
  const after = (checks: readonly (readonly [valAcc: number, predicted: Int32Array])[], truth = labels): TrainingWarning[] => {
    const { trouble, told } = watch();
    checks.forEach(([valAcc, predicted], i) => trouble.afterCheck(i + 1, valAcc, { predicted, labels: truth }, 1e-7));
    return told;
  };

  it("of one class only are told once, at the second check in a row", () => {
    expect(after([[0.25, constant], [0.25, constant], [0.25, constant]])).toEqual([{
      kind: "constant prediction",
      iteration: 2,
      message:
        "every validation example is predicted to be class 2, so that the accuracy (0.25) is that class's share: the model pays no heed to its inputs. " +
        "Either it has hardly begun to learn, and a higher learning rate (now 1e-7) helps; or its units have died, and a lower one does. " +
        "See whether the loss goes down",
    }]);
    expect(after([[0.25, constant], [0.3, mixed], [0.25, constant]])).toEqual([]);
  });

  it("no better than one class are told once, at the second check in a row", () => {
    expect(after([[0.25, mixed], [0.25, mixed], [0.25, mixed]])).toEqual([{
      kind: "accuracy of one class",
      iteration: 2,
      message:
        "the validation accuracy is 0.25 again, just the share of class 2: no better than to answer that class always. " +
        "Look whether the labels belong to the examples; if they do, try a higher learning rate (now 1e-7)",
    }]);
    expect(after([[0.25, mixed], [0.375, mixed], [0.3, mixed], [0.3, mixed]])).toEqual([]);
  });

  it("do not ask for a higher learning rate once training has diverged", () => {
    for (const predicted of [constant, mixed]) {
      const { trouble, told } = watch();
      [2, 30].forEach((loss, i) => trouble.afterStep(i + 1, loss, learning, 1));
      [1, 2].forEach((i) => trouble.afterCheck(i, 0.25, { predicted, labels }, 1));
      expect(told).toHaveLength(2);
      expect(told[1].message).toMatch(/\. The learning rate \(now 1\) was too high: start again with a lower one$/);
    }
  });

  it("no better than one of several classes of that share name the first of them", () => {
    const three = Int32Array.from({ length: 40 }, (_, i) => (i < 10 ? 30 : i < 20 ? 4 : 5));
    const wrong = three.map((label) => 1 + label);
    expect(after([[0.25, wrong], [0.25, wrong]], three)[0].message).toContain("just the share of class 4: ");
    // the share of class 5, and then of the others: not the same again
    expect(after([[0.5, wrong], [0.25, wrong]], three)).toEqual([]);
  });

  it("say nothing where there is one class, or few examples", () => {
    const one = new Int32Array(40).fill(2);
    expect(after([[1, one], [1, one]], one)).toEqual([]);
    const twenty = Int32Array.from({ length: 20 }, (_, i) => i % 2);
    const zeroes = new Int32Array(20);
    expect(after([[0.5, zeroes], [0.5, zeroes]], twenty)).toMatchObject([{ kind: "constant prediction" }]);
    expect(after([[9 / 19, zeroes.subarray(1)], [9 / 19, zeroes.subarray(1)]], twenty.subarray(1))).toEqual([]);
    const few = labels.subarray(8, 20);
    expect(after([[1 / 6, constant.subarray(8, 20)], [1 / 6, constant.subarray(8, 20)]], few)).toEqual([]);
  });
});

describe("a Solver in trouble", () => {
  const drawn = new RandomState(5);
  const X = drawn.randn(90, 12);
  const y = Int32Array.from({ length: 90 }, (_, i) => X.slice(i, i + 1).reshape(12).slice(0, 3).argmax());
  const data = { XTrain: X.slice(0, 50), yTrain: y.subarray(0, 50), XVal: X.slice(50), yVal: y.subarray(50) };

  function train(model: Model, options: SolverOptions = {}): { kinds: string[]; lines: string[]; solver: Solver } {
    const lines: string[] = [];
    const solver = new Solver(model, data, { numEpochs: 5, batchSize: 10, log: (line) => lines.push(line), ...options });
    solver.train();
    return { kinds: solver.warnings.map(({ kind }) => kind), lines, solver };
  }
  const net = (weightScale = 0.3) => new TwoLayerNet({ inputDim: 12, hiddenDim: 10, numClasses: 3, reg: 0.1, weightScale, random: new RandomState(1) });

  it("prints a line for each warning, and keeps it; says nothing when it is to be quiet", () => {
    const { lines, solver } = train(net(0));
    const told = lines.filter((line) => line.startsWith("Warning: "));
    expect(solver.warnings.map(({ kind }) => kind)).toEqual(["constant prediction", "silent units"]);
    expect(told).toEqual(solver.warnings.map(({ message }) => `Warning: ${message}`));
    const quiet = train(net(0), { verbose: false });
    expect(quiet.lines).toEqual([]);
    expect(quiet.solver.warnings).toEqual(solver.warnings);
  });

  it("whose learning rate is far too high", () => {
    const { kinds } = train(net(), { optimConfig: { learningRate: 30 } });
    expect(kinds).toContain("divergence");
  });

  it("whose units are all dead, though regularised weights have gradients", () => {
    const model = net();
    model.params.b1.fill(-100);
    expect(train(model).kinds).toContain("silent units");
  });

  it("is not one that learns", () => {
    const { kinds, solver } = train(net(), { optimConfig: { learningRate: 0.3 }, numEpochs: 20 });
    expect(solver.bestValAcc).toBeGreaterThan(0.7);
    expect(kinds).toEqual([]);
  });
});
