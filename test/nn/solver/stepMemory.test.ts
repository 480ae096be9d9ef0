import { afterEach, describe, expect, it, vi } from "vitest";
import { engine } from "../../../src/numeric/engine/backend.js";
import { array, DivergedError, RandomState, Solver, TwoLayerNet, zeros } from "../../../src/index.js";
import { StepMemory } from "../../../src/nn/solver/stepMemory.js";

afterEach(() => vi.restoreAllMocks());

describe("StepMemory", () => {
  it.each(["float64", "float32"] as const)("has copies of the parameters, room for gradients and for a batch, in %s", (dtype) => {
    const params = { W: array([[1, 2], [3, 4]], dtype), b: array([5, 6], dtype) };
    const memory = new StepMemory(params, zeros([9, 3, 2]), 4);
    expect(memory.params).toEqual(params);
    expect(memory.params.W!.data).not.toBe(params.W.data);
    expect(memory.grads).toEqual({ W: zeros([2, 2], dtype), b: zeros(2, dtype) });
    expect([memory.batch.shape, memory.batch.dtype]).toEqual([[4, 3, 2], dtype]);
    memory.release();
  });

  it("gives all of it back to the engine", () => {
    const release = vi.spyOn(engine(), "release");
    const memory = new StepMemory({ W: zeros([2, 2]), b: zeros(2) }, zeros([9, 3]), 4);
    const held = [memory.params.W!, memory.params.b!, memory.grads.W!, memory.grads.b!, memory.batch].map(({ data }) => data);
    memory.release();
    expect(release.mock.calls.map(([data]) => held.indexOf(data))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("a training", () => {
  it.each([[0.1, null], [1e200, DivergedError]])("at the learning rate %d leaves nothing in the engine's memory", (learningRate, failure) => {
    const [allocate, release] = [vi.spyOn(engine(), "allocate"), vi.spyOn(engine(), "release")];
    const random = new RandomState(1);
    const data = { XTrain: random.randn(30, 4), yTrain: random.randint(0, 3, 30), XVal: random.randn(9, 4), yVal: random.randint(0, 3, 9) };
    const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 3, random });
    const solver = new Solver(model, data, { batchSize: 10, numEpochs: 1, verbose: false, optimConfig: { learningRate } });
    if (failure === null) solver.train();
    else expect(() => solver.train()).toThrow(failure);
    expect(allocate.mock.calls.length).toBeGreaterThan(8);
    expect(release).toHaveBeenCalledTimes(allocate.mock.calls.length);
  });
});
