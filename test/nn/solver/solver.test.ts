import { readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import {
  DivergedError,
  type NDArray,
  RandomState,
  Solver,
  type SolverOptions,
  type TrainingState,
  TwoLayerNet,
  type UpdateRule,
  zeros,
} from "../../../src/index.js";
import { expectGolden, expectIdentical, golden } from "../../fixtures/golden.js";

const synthetic = golden.solver_synthetic;

/** The golden file's recipe: 130 examples with labels by a noisy linear rule. */
function syntheticData() {
  const random = new RandomState(7);
  const X = random.randn(130, 3, 2, 2);
  const W = random.randn(12, 4);
  const noise = random.randn(130, 4).mul(0.5);
  const scores = Array.from({ length: 130 }, (_, i) =>
    Array.from({ length: 4 }, (_, c) => noise.get(i, c) + dot(X.data.subarray(i * 12, i * 12 + 12), W, c)),
  );
  const y = Int32Array.from(scores, (row) => row.indexOf(Math.max(...row)));
  return { XTrain: X.slice(0, 90), yTrain: y.subarray(0, 90), XVal: X.slice(90), yVal: y.subarray(90) };
}

function dot(row: ArrayLike<number>, W: NDArray, column: number): number {
  let sum = 0;
  for (let d = 0; d < row.length; d++) sum += row[d] * W.get(d, column);
  return sum;
}

const data = syntheticData();
const smallNet = (random: RandomState, reg = 0) =>
  new TwoLayerNet({ inputDim: 12, hiddenDim: 8, numClasses: 4, weightScale: 0.1, reg, random });

/** A solver on the synthetic data that keeps what it prints. */
function train(options: SolverOptions, reg = 0): { solver: Solver; lines: string[]; random: RandomState } {
  const random = new RandomState(231);
  const lines: string[] = [];
  const solver = new Solver(smallNet(random, reg), data, { random, log: (line) => lines.push(line), ...options });
  solver.train();
  return { solver, lines, random };
}

/** Python's option names as ours. */
function translated(kwargs: Record<string, unknown>): SolverOptions {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const value = (name: string, given: unknown) => (name === "update_rule" ? camel(given as string) : given);
  return Object.fromEntries(
    Object.entries(kwargs).map(([name, given]) =>
      name === "optim_config"
        ? [camel(name), translated(given as Record<string, unknown>)]
        : [camel(name), value(name, given)],
    ),
  );
}

describe("the synthetic data", () => {
  it("is the golden file's", () => {
    expectGolden(data.XTrain, synthetic.X_train, 1e-15);
    expect([...data.yTrain]).toEqual(synthetic.y_train.full);
    expect([...data.yVal]).toEqual(synthetic.y_val.full);
  });
});

describe("Solver trains as NumPy does", () => {
  const runs = Object.keys(synthetic).filter((key) => synthetic[key].stdout);
  expect(runs).toHaveLength(7);

  it.each(runs)("%s", (key) => {
    const run = synthetic[key];
    const { solver, lines, random } = train(translated(run.solver_kwargs), run.model_kwargs.reg);
    expect(lines).toEqual(run.stdout);
    expect(solver.lossHistory).toHaveLength(run.loss_history.length);
    solver.lossHistory.forEach((loss, i) => expect(Math.abs(loss - run.loss_history[i])).toBeLessThan(1e-14));
    expect(solver.trainAccHistory).toEqual(run.train_acc_history);
    expect(solver.valAccHistory).toEqual(run.val_acc_history);
    expect([solver.bestValAcc, solver.epoch]).toEqual([run.best_val_acc, run.epoch]);
    for (const [name, rate] of Object.entries(run.final_learning_rate)) {
      expect(solver.optimConfigs[name].learningRate).toBe(rate);
    }
    for (const [name, array] of Object.entries(solver.model.params)) {
      expectGolden(array, run.final_params[name], 1e-12);
    }
    expect(random.randomSample()).toBe(run.rng_next_random_sample);
  });
});

describe("Solver", () => {
  it("draws the assignment's first batch", () => {
    const random = new RandomState(231);
    random.randn(3, 5);
    random.randint(0, 7, 3);
    new TwoLayerNet({ inputDim: 5, hiddenDim: 50, numClasses: 7, random });
    const { W1, W2 } = new TwoLayerNet({ hiddenDim: 50, random }).params;
    const expected = golden.cell21_solver_stream.batch_size_100;
    expectGolden(W1, expected.W1, 1e-15);
    expectGolden(W2, expected.W2, 1e-15);
    const batch = random.choice(49000, 100);
    expectIdentical(batch, expected.batch1);
    expect([...batch.data.subarray(0, 8)]).toEqual([21279, 15014, 27730, 34867, 11147, 362, 46692, 47723]);
  });

  it("prints nothing when told not to, and consults the same stream", () => {
    const quiet = train({ numEpochs: 2, verbose: false });
    const loud = train({ numEpochs: 2 });
    expect(quiet.lines).toEqual([]);
    expect(quiet.solver.lossHistory).toEqual(loud.solver.lossHistory);
  });

  it("ends with the parameters that did best, as a copy of them", () => {
    const { solver } = train({ optimConfig: { learningRate: 1 }, numEpochs: 6, batchSize: 30 });
    expect(solver.checkAccuracy(data.XVal, data.yVal)).toBe(Math.max(...solver.valAccHistory));
    expect(solver.bestValAcc).toBe(Math.max(...solver.valAccHistory));
    const best = solver.bestParams.W1!.copy();
    solver.train();
    expect(solver.lossHistory).toHaveLength(2 * 6 * 3);
    expect(best.data).not.toBe(solver.bestParams.W1!.data);
  });

  it("keeps the initial parameters when no check beats 0", () => {
    const model = smallNet(new RandomState(1));
    const initial = model.params.W1.copy();
    // the validation labels are what the net never predicts: a class whose score is always lowest
    model.params.b2.set([3], -1e6);
    const solver = new Solver(model, { ...data, yTrain: new Int32Array(90), yVal: new Int32Array(40).fill(3) }, {
      numEpochs: 1, verbose: false, optimConfig: { learningRate: 1e-3 },
    });
    solver.train();
    expect(solver.bestValAcc).toBe(0);
    expect(model.params.W1.data).toEqual(initial.data);
  });

  it("prints to the console unless told, and writes no file unless told", () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const random = new RandomState(231);
    new Solver(smallNet(random), data, { random, numEpochs: 1 }).train();
    expect(printed.mock.calls).toEqual(train({ numEpochs: 1 }).lines.map((line) => [line]));
    printed.mockRestore();
    expect(readdirSync(".").filter((name) => name.endsWith(".npz"))).toEqual([]);
  });

  it("lets through the errors of a model that is not its own", () => {
    const model = smallNet(new RandomState(1));
    const solver = new Solver(model, data, { verbose: false });
    model.scores = () => {
      throw new RangeError("no scores today");
    };
    expect(() => solver.train()).toThrow(new RangeError("no scores today"));
  });

  it("takes a rule of the user's own", () => {
    let calls = 0;
    const { solver } = train({
      numEpochs: 1,
      batchSize: 45,
      updateRule: (w, dw, config = {}) => {
        calls++;
        return [w.sub(dw.mul(0.01)), config];
      },
    });
    expect(calls).toBe(2 * 4);
    expect(solver.lossHistory).toEqual(train({ numEpochs: 1, batchSize: 45 }).solver.lossHistory);
  });

  it("tells of its progress, and of its end also when training fails", () => {
    const states: TrainingState[] = [];
    let ends = 0;
    const progress = { update: (state: TrainingState) => states.push(state), end: () => ends++ };
    const { solver } = train({ numEpochs: 2, batchSize: 45, progress });
    expect(states.map(({ iteration, epoch }) => [iteration, epoch])).toEqual([[1, 0], [2, 1], [3, 1], [4, 2]]);
    expect(states.at(-1)).toEqual({
      iteration: 4, numIterations: 4, epoch: 2, numEpochs: 2,
      loss: solver.lossHistory[3], trainAcc: solver.trainAccHistory[2], valAcc: solver.valAccHistory[2],
      bestValAcc: solver.bestValAcc, warnings: [],
    });
    expect(states[0]).toMatchObject({ loss: solver.lossHistory[0], trainAcc: solver.trainAccHistory[0], valAcc: solver.valAccHistory[0] });
    expect(() => train({ optimConfig: { learningRate: 1e200 }, progress })).toThrow(DivergedError);
    expect(ends).toBe(2);
  });
});

describe("checkAccuracy", () => {
  it("is the share of right answers, whatever the batch size", () => {
    const { solver } = train({ numEpochs: 1 });
    const all = solver.checkAccuracy(data.XTrain, data.yTrain);
    const predicted = solver.model.scores(data.XTrain).argmax(1);
    expect(all).toBe(data.yTrain.filter((label, i) => label === predicted.get(i)).length / 90);
    expect(solver.checkAccuracy(data.XTrain, data.yTrain, { batchSize: 7 })).toBe(all);
  });

  it("refuses NaN scores instead of counting them as class 0", () => {
    const model = smallNet(new RandomState(1));
    const checker = new Solver(model, data, { verbose: false });
    model.params.b2.set([1], NaN);
    expect(() => checker.checkAccuracy(data.XVal, data.yVal)).toThrow(expect.objectContaining({ name: "NanScoresError" }));
    expect(() => checker.checkAccuracy(data.XVal, data.yVal)).toThrow(
      "checkAccuracy: expected numbers as scores, got NaN; the model has diverged: train it again with a lower learning rate",
    );
  });

  it("refuses labels that do not fit", () => {
    const { solver } = train({ numEpochs: 1 });
    expect(() => solver.checkAccuracy(data.XVal, [1])).toThrow(new RangeError("checkAccuracy: expected y to have 40 labels, got 1"));
    expect(() => solver.checkAccuracy(zeros([0, 12]), [])).toThrow(
      new RangeError("checkAccuracy: expected at least one example, got none"),
    );
  });
});

describe("Solver stops when training diverges", () => {
  it("with the iteration and what to try, keeping the best parameters so far", () => {
    const random = new RandomState(231);
    const model = smallNet(random);
    const updateRule: UpdateRule = (w, _, config = {}) => [w.mul(NaN), config];
    const solver = new Solver(model, data, { random, verbose: false, updateRule, optimConfig: { learningRate: 1e200 } });
    expect(() => solver.train()).toThrow(
      "Solver: a class score is NaN at iteration 1 of 10: training has diverged. Lower the learning rate (now 1e+200), " +
      "e.g. by a factor of 10, and look at the scale of the data and the weights. The model keeps the best parameters so far",
    );
    expect(model.params.W1.data).toEqual(solver.bestParams.W1!.data);
    expect(model.params.W1.abs().max()).toBeLessThan(1);
  });

  it("whatever its loss is, with the loss", () => {
    const model = smallNet(new RandomState(231));
    model.params.b2.set([1], NaN);
    const loss = (X: NDArray) => Object.assign(Object.create(model), { scores: () => zeros([X.shape[0], 4]) }) as TwoLayerNet;
    const solver = new Solver(loss(data.XTrain), data, { verbose: false, batchSize: 90 });
    expect(() => solver.train()).toThrow(/^Solver: the loss is NaN at iteration 1 of 10: training has diverged\. Lower the learning rate, e\.g\. /);
  });

  it("in the middle, with the histories up to there", () => {
    const random = new RandomState(231);
    const model = smallNet(random);
    let steps = 0;
    const solver = new Solver(model, data, {
      random,
      verbose: false,
      batchSize: 30,
      updateRule: (w, dw, config = {}) => [w.sub(dw.mul(++steps > 16 ? 1e300 : 0.01)), config],
    });
    expect(() => solver.train()).toThrow(DivergedError);
    expect(solver.lossHistory.length).toBeGreaterThanOrEqual(4);
    expect(solver.lossHistory.every(Number.isFinite)).toBe(true);
    expect(solver.valAccHistory.length).toBeGreaterThanOrEqual(2);
    expect(model.scores(data.XVal).data.every(Number.isFinite)).toBe(true);
  });
});
