import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { array, ImageSet, RandomState, TwoLayerNet, zeros } from "../../../src/index.js";
import { accuracy } from "../../../src/nn/models/accuracy.js";
import { modelDtype, withPlacedParameters } from "../../../src/nn/models/parameters.js";
import { engine, useBackend } from "../../../src/numeric/engine/backend.js";

describe("modelDtype", () => {
  it("is the float type of the first parameter, float64 where that is none", () => {
    expect(modelDtype({ W: zeros([2, 3], "float32"), b: zeros(3) })).toBe("float32");
    expect(modelDtype({ W: zeros([2, 3]), b: zeros(3, "float32") })).toBe("float64");
    expect(modelDtype({ W: zeros([2, 3], "int32") })).toBe("float64");
    expect(modelDtype({})).toBe("float64");
  });
});

describe("withPlacedParameters", () => {
  const params = (): { W: ReturnType<typeof array>; n: ReturnType<typeof array> } => ({ W: array([[1, 2], [3, 4]]), n: array([7], "int32") });
  const released = vi.fn();
  beforeAll(() => {
    useBackend("plain");
    const { release } = engine();
    vi.spyOn(engine(), "release").mockImplementation((data) => {
      released(data);
      release(data);
    });
  });
  afterAll(() => {
    vi.restoreAllMocks();
    useBackend("auto");
  });

  it("has the model compute with copies in the engine's memory, and takes them away", () => {
    const model = { params: params() };
    const own = model.params;
    const allocate = vi.spyOn(engine(), "allocate");
    const inside = withPlacedParameters(model, () => model.params);
    expect(model.params).toBe(own);
    expect(inside.W.data).toBe(allocate.mock.results[0]!.value);
    expect([[...inside.W.data], inside.W.shape, inside.n]).toEqual([[1, 2, 3, 4], [2, 2], own.n]);
    expect(released.mock.calls).toEqual([[inside.W.data]]);
  });

  it("is what images are scored with, block by block", () => {
    const model = new TwoLayerNet({ inputDim: 3072, hiddenDim: 2 });
    const images = new ImageSet(new Uint8Array(3 * 3072));
    const gemm = vi.spyOn(engine(), "gemm");
    for (const score of [() => model.scores(images), () => accuracy(model, images, [0, 1, 2], new RandomState(0), { batchSize: 2 })]) {
      gemm.mockClear();
      released.mockClear();
      score();
      const given = new Set(released.mock.calls.map(([data]) => data));
      expect(gemm.mock.calls.map(([{ b }]) => given.has(b))).toEqual(gemm.mock.calls.map(() => true));
      expect(given.size).toBe(4 + 1); // the parameters and the block
    }
  });

  it("gives the model its own back when the work fails", () => {
    const model = { params: params() };
    const own = model.params;
    released.mockClear();
    expect(() => withPlacedParameters(model, () => { throw new RangeError("no scores"); })).toThrow("no scores");
    expect(model.params).toBe(own);
    expect(released).toHaveBeenCalledTimes(1);
  });

  it("leaves those that cannot be replaced where they are", () => {
    const own = params();
    expect(withPlacedParameters(Object.freeze({ params: own }), () => own.W.data[3])).toBe(4);
    expect(withPlacedParameters({ get params() { return own; } }, () => own.W.data[0])).toBe(1);
  });
});
