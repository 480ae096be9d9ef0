import { describe, expect, it } from "vitest";
import {
  affineBackward,
  affineForward,
  affineReluBackward,
  affineReluForward,
  leakyReluBackward,
  leakyReluForward,
  matmul,
  NDArray,
  reluBackward,
  reluForward,
  sigmoidBackward,
  sigmoidForward,
  tanhBackward,
  tanhForward,
} from "../../../src/index.js";
import { checkLayer, diagnoses, notWritten } from "../../../src/study/index.js";
import { failuresOf } from "./failuresOf.js";

type Affine = { x: NDArray; w: NDArray; b: NDArray };
type Relu = { x: NDArray };

const rows = (x: NDArray) => x.reshape(x.shape[0], -1);
const affine = (dout: NDArray, { x, w, b }: Affine) => affineBackward(dout, { layer: "affine", x, w, b });
const withX = (x: NDArray): [NDArray, Relu] => [x.maximum(0), { x }];

/** Writes into x what it returns. */
function reluInPlace(x: NDArray): [NDArray, Relu] {
  x.data.set(x.maximum(0).data);
  return [x, { x }];
}

describe("checkLayer passes the library's own", () => {
  it.each([
    ["affine", affineForward, affineBackward, 13],
    ["relu", reluForward, reluBackward, 10],
    ["affineRelu", affineReluForward, affineReluBackward, 14],
    ["leakyRelu", leakyReluForward, leakyReluBackward, 10],
    ["sigmoid", sigmoidForward, sigmoidBackward, 10],
    ["tanh", tanhForward, tanhBackward, 10],
  ] as const)("%s", (layer, forward, backward, count) => {
    const report = checkLayer(layer, forward, backward);
    expect(failuresOf(report)).toEqual({});
    expect(report.passed).toBe(true);
    expect(report.checks.length).toBe(count);
  });
});

describe("checkLayer recognises in an affine layer", () => {
  const failures = (backward: (dout: NDArray, cache: Affine) => unknown, forward: (x: NDArray, w: NDArray, b: NDArray) => unknown = affineForward) =>
    failuresOf(checkLayer("affine", forward, backward));

  it("db of shape (1, M)", () => {
    expect(failures((dout, cache) => ({ ...affine(dout, cache), db: dout.sum(0).reshape(1, -1) }))).toEqual({
      "backward: shape of db":
        "db has shape (1, 5) instead of (5,): db of shape (1, M) passes a check that broadcasts, and fails at the update. Sum with dout.sum(0), which gives (M,)",
    });
  });

  it("db that is not summed", () => {
    expect(failures((dout, cache) => ({ ...affine(dout, cache), db: dout }))["backward: shape of db"]).toBe(
      "db has shape (3, 5) instead of (5,): the sum over the examples is missing, dout.sum(0)",
    );
  });

  it("dx that is not shaped back", () => {
    expect(failures((dout, cache) => ({ ...affine(dout, cache), dx: rows(affine(dout, cache).dx) }))).toEqual({
      "backward: shape of dx": `dx has shape (3, 4) instead of (3, 2, 2): ${diagnoses.notShapedBack}`,
    });
  });

  it("dw transposed", () => {
    expect(failures((dout, cache) => ({ ...affine(dout, cache), dw: affine(dout, cache).dw.T }))["backward: shape of dw"]).toBe(
      `dw has shape (5, 4) instead of (4, 5): ${diagnoses.transposed}`,
    );
  });

  it.each<[keyof typeof diagnoses, (dw: NDArray, N: number) => NDArray]>([
    ["transposed", (dw) => dw.T.reshape(...dw.shape)],
    ["signFlipped", (dw) => dw.neg()],
    ["meanForSum", (dw, N) => dw.div(N)],
    ["sumForMean", (dw, N) => dw.mul(N)],
    ["twice", (dw) => dw.mul(2)],
    ["half", (dw) => dw.div(2)],
    ["allZero", (dw) => dw.mul(0)],
    ["gradientOther", (dw) => dw.mul(1.001)],
  ])("a gradient: %s", (key, wrong) => {
    const found = failures((dout, cache) => ({ ...affine(dout, cache), dw: wrong(affine(dout, cache).dw, dout.shape[0]) }));
    expect(found).toEqual({ "backward: numeric gradient of w": diagnoses[key] });
  });

  it("float32, which is right, with a remark", () => {
    const float32 = (dout: NDArray, cache: Affine) => ({ ...affine(dout, cache), dw: affine(dout, cache).dw.astype("float32") });
    const inForward = (x: NDArray, w: NDArray, b: NDArray) => [affineForward(x, w, b)[0].astype("float32"), { x, w, b }];
    for (const report of [checkLayer("affine", affineForward, float32), checkLayer("affine", inForward, affine)]) {
      expect(failuresOf(report)).toEqual({});
      expect(report.checks.find(({ name }) => name === "backward: types of out and the gradients")?.remark).toBe(diagnoses.float32);
      expect(String(report).replaceAll(/\s+/g, " ")).toContain(`(remark): ${diagnoses.float32}`);
    }
  });

  it("float32 that is not said", () => {
    const rounded = (dout: NDArray, cache: Affine) => ({ ...affine(dout, cache), dw: affine(dout, cache).dw.map(Math.fround) });
    expect(failures(rounded)).toEqual({ "backward: numeric gradient of w": diagnoses.float32 });
  });

  it("no bias", () => {
    const forward = (x: NDArray, w: NDArray, b: NDArray) => [matmul(rows(x), w), { x, w, b }];
    expect(failures(affine, forward)).toEqual({ "forward: values, inputs of both signs": diagnoses.biasMissing });
  });

  it("no flattening", () => {
    const forward = (x: NDArray, w: NDArray, b: NDArray) => [matmul(x, w).add(b), { x, w, b }];
    expect(failures(affine, forward)["forward: shape of out"]).toMatch(/^the code stopped with RangeError: matmul: .*; examples with several axes are not flattened/);
  });

  it("a dout that is changed in place", () => {
    const found = failures((dout, cache) => {
      const gradients = affine(dout, cache);
      dout.fill(0);
      return gradients;
    });
    expect(Object.keys(found)).toEqual(["backward: dout and inputs unchanged"]);
    expect(found["backward: dout and inputs unchanged"]).toMatch(/^the affine layer's backward pass changes dout in place, 15 of 15 elements: /);
  });

  it("what is kept outside of the cache", () => {
    let last: Affine;
    const forward = (x: NDArray, w: NDArray, b: NDArray) => {
      last = { x, w, b };
      return affineForward(x, w, b);
    };
    expect(failures((dout) => affine(dout, last), forward)).toEqual({
      "backward: two caches do not mix": diagnoses.stateOutsideCache,
    });
  });

  it("something else than [out, cache] and { dx, dw, db }", () => {
    expect(failures(affine, (x, w, b) => affineForward(x, w, b)[0])).toMatchObject({
      "forward: shape of out": `expected forward to return [out, cache] with out an NDArray, got an NDArray: ${diagnoses.cacheMissing}`,
    });
    expect(failures((dout, cache) => Object.values(affine(dout, cache)))).toEqual({
      "backward: types of out and the gradients":
        `expected backward to return { dx, dw, db } of NDArrays, got a list of 3: ${diagnoses.listForRecord}`,
    });
  });
});

describe("checkLayer recognises in a ReLU layer", () => {
  const backward = (dout: NDArray, { x }: Relu) => dout.combine(x, (d, value) => (value > 0 ? d : 0));
  const failures = (forward: (x: NDArray) => unknown, back: (dout: NDArray, cache: Relu) => unknown = backward) =>
    failuresOf(checkLayer("relu", forward, back));

  it("forward in place", () => {
    const found = failures(reluInPlace);
    expect(Object.keys(found)).toEqual(["forward: inputs unchanged"]);
    expect(found["forward: inputs unchanged"]).toBe(
      "the ReLU layer's forward pass changes x in place, 10 of 20 elements: whoever made it still needs it, and so does the way back. " +
      "Work on a copy, or with methods that return a new array: x.maximum(0), x.sub(...), x.copy()",
    );
  });

  it("x >= 0 in the backward pass", () => {
    const found = failures(withX, (dout, { x }) => dout.combine(x, (d, value) => (value >= 0 ? d : 0)));
    expect(found).toEqual({ "backward: dx at exact zeros": diagnoses.zeroPasses });
  });

  it.each<[keyof typeof diagnoses, (x: NDArray) => NDArray]>([
    ["reluMissing", (x) => x.copy()],
    ["reluOnWrongSide", (x) => x.minimum(0)],
    ["absoluteValue", (x) => x.abs()],
    ["outOther", (x) => x.maximum(0).add(0.1)],
  ])("a forward pass: %s", (key, out) => {
    expect(failures((x) => [out(x), { x }])).toMatchObject({ "forward: values, inputs of both signs": diagnoses[key] });
  });

  it.each<[keyof typeof diagnoses, (dout: NDArray, x: NDArray) => NDArray]>([
    ["maskMissing", (dout) => dout.copy()],
    ["maskInverted", (dout, x) => dout.combine(x, (d, value) => (value > 0 ? 0 : d))],
    ["doutMissing", (_, x) => x.map((value) => (value > 0 ? 1 : 0))],
  ])("a backward pass: %s", (key, dx) => {
    expect(failures(withX, (dout, { x }) => dx(dout, x))).toMatchObject({ "backward: numeric gradient of x": diagnoses[key] });
  });

  it("NaN that is hidden", () => {
    expect(failures((x) => [x.map((value) => (value > 0 ? value : 0)), { x }])).toEqual({ "forward: NaN is not hidden": diagnoses.nanHidden });
  });

  it("dx in a record, which is fine", () => {
    expect(failures(withX, (dout, cache) => ({ dx: backward(dout, cache) }))).toEqual({});
  });
});

describe("checkLayer recognises in the other layers", () => {
  it("NaN of which a part is hidden", () => {
    const hidesOne = (x: NDArray, w: NDArray, b: NDArray) => {
      const [out, cache] = affineForward(x, w, b);
      const hidden = out.data.findIndex(Number.isNaN);
      if (hidden >= 0) out.data[hidden] = 0;
      return [out, cache];
    };
    const nanOf = (forward: typeof hidesOne) => checkLayer("affine", forward, affineBackward).checks.find(({ name }) => name === "forward: NaN is not hidden")!;
    const [whole, part] = [nanOf(affineForward), nanOf(hidesOne)];
    const count = Number.parseInt(whole.limit);
    expect(count).toBeGreaterThan(1);
    expect([whole.measured, whole.status]).toEqual([whole.limit, "passed"]);
    expect([part.limit, part.measured, part.status]).toEqual([whole.limit, `${count - 1} NaN`, "failed"]);
  });

  it("no ReLU in the sandwich", () => {
    const found = failuresOf(checkLayer("affineRelu", affineForward, affineBackward));
    expect(found).toMatchObject({ "forward: values, inputs of both signs": diagnoses.reluMissing });
  });

  it("no mask in the sandwich's backward pass", () => {
    const found = failuresOf(checkLayer("affineRelu", affineReluForward, (dout, cache) => affineBackward(dout, cache.affine)));
    expect(found).toMatchObject({
      "backward: numeric gradient of x": diagnoses.maskMissing,
      "backward: numeric gradient of w": diagnoses.maskMissing,
      "backward: numeric gradient of b": diagnoses.maskMissing,
    });
  });

  it("x >= 0 in the sandwich", () => {
    const back = (dout: NDArray, { affine, relu }: ReturnType<typeof affineReluForward>[1]) =>
      affineBackward(dout.combine(relu.x, (d, value) => (value >= 0 ? d : 0)), affine);
    expect(failuresOf(checkLayer("affineRelu", affineReluForward, back))).toEqual({ "backward: db at exact zeros": diagnoses.zeroPasses });
  });

  it("no leak", () => {
    const found = failuresOf(checkLayer("leakyRelu", reluForward, reluBackward));
    expect(found).toMatchObject({ "forward: values, inputs of both signs": diagnoses.leakMissing });
  });

  it("x >= 0 in leaky ReLU", () => {
    const back = (dout: NDArray, { x }: Relu) => dout.combine(x, (d, value) => (value >= 0 ? d : 0.01 * d));
    expect(failuresOf(checkLayer("leakyRelu", (x) => leakyReluForward(x), back))).toEqual({ "backward: dx at exact zeros": diagnoses.zeroPasses });
  });

  it("a sigmoid that overflows", () => {
    const forward = (x: NDArray) => {
      const out = x.map((value) => Math.exp(value) / (1 + Math.exp(value)));
      return [out, { layer: "sigmoid", out }];
    };
    expect(failuresOf(checkLayer("sigmoid", forward, sigmoidBackward))).toEqual({ "forward: inputs of 1000 and -1000": diagnoses.expOverflow });
  });
});

describe("checkLayer", () => {
  it("reports what is not written yet as such", () => {
    const report = checkLayer("affine", affineForward, () => notWritten("affineBackward"));
    expect(report.failures).toEqual([]);
    expect(report.passed).toBe(false);
    expect(report.throwIfFailed()).toBe(report);
    expect(report.checks.map(({ status }) => status)).toEqual([
      ...Array<string>(4).fill("passed"), "not written yet", ...Array<string>(8).fill("not run"),
    ]);
  });

  it.each([
    ["affine", "affine layer", /^out\[\d, \d\]: got /], ["affineRelu", "affine-ReLU layer", /^out\[\d, \d\]: got /], ["relu", "ReLU layer", /^x\[\d, \d\] = -?[\d.]+: got /],
    ["leakyRelu", "leaky ReLU layer", /^x\[\d, \d\] = -?[\d.]+: got /], ["sigmoid", "sigmoid layer", /^x\[\d, \d\] = -?[\d.]+: got /], ["tanh", "tanh layer", /^x\[\d, \d\] = -?[\d.]+: got /],
  ] as const)("calls %s the %s, and an element by what it belongs to", (name, subject, example) => {
    const report = checkLayer(name, (x, w, b) => [w ? affineForward(x, w, b)[0].add(0.3) : x.mul(0.3).add(0.2), x], (dout) => dout);
    expect(report.subject).toBe(subject);
    expect(report.failures.find((failure) => failure.name === "forward: values, inputs of both signs")!.example).toMatch(example);
  });

  it("refuses a layer that there is none of", () => {
    expect(() => checkLayer("afine" as "affine", affineForward, affineBackward)).toThrow(
      new RangeError(
        'checkLayer: unknown layer "afine"; did you mean "affine"? Valid: "affine", "relu", "affineRelu", "leakyRelu", "sigmoid", "tanh"',
      ),
    );
  });
});
