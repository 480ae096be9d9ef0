/** Each function of danfojs-node that reaches a tensor, against its documented results. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);
// danfojs-node types its derived frames too loosely to follow here.
const danfo: any = require("danfojs-node");
const tensors: Record<string, unknown> = require("@tensorflow/tfjs-node");
const { DataFrame, Series, MinMaxScaler, StandardScaler, LabelEncoder, OneHotEncoder } = danfo;

const frame = (rows: unknown[][], options?: object) => new DataFrame(rows, options);
const orchard = () => new DataFrame({ Name: ["Apples", "Mango", "Banana", "Pear"], Count: [21, 5, 30, 10], Price: [200, 300, 40, 250] });

describe("the package", () => {
  it("has everything that danfojs-node takes from it", () => {
    const root = join(dirname(require.resolve("danfojs-node")), "../..");
    const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
    const used = sources.flatMap((path) => [...readFileSync(join(root, path), "utf8").matchAll(/tensorflowlib_1\.default\.(\w+)/g)].map((match) => match[1]));
    expect([...new Set(used)].sort()).toEqual(["Tensor", "data", "moments", "scalar", "tensor1d", "tensor2d"]);
    for (const name of used) expect(tensors[name], name).toBeDefined();
  });

  it("is what danfojs-node exports as tensorflow", () => {
    expect(danfo.tensorflow).toBe(tensors);
  });
});

describe("tensor", () => {
  it("turns a frame and a series into tensors and back", () => {
    expect(frame([[1, 2], [3, 4], [5, 6]]).tensor.shape).toEqual([3, 2]);
    expect(frame([[1, 2], [3, 4]]).tensor.arraySync()).toEqual([[1, 2], [3, 4]]);
    expect(new Series([1, 2, 3]).tensor.arraySync()).toEqual([1, 2, 3]);
    expect(new Series(["a", "b"]).tensor.arraySync()).toEqual(["a", "b"]);
    expect(new Series([true, false]).tensor.arraySync()).toEqual([1, 0]);
    expect(frame(danfo.tensorflow.tensor2d([[1, 2], [3, 4]])).values).toEqual([[1, 2], [3, 4]]);
    expect(new Series(danfo.tensorflow.tensor1d([7, 8])).values).toEqual([7, 8]);
  });
});

describe("arithmetic", () => {
  const data = [[0, 2, 4], [360, 180, 360]];

  it.each([
    ["add", [[2, 4, 6], [362, 182, 362]]],
    ["sub", [[-2, 0, 2], [358, 178, 358]]],
    ["mul", [[0, 4, 8], [720, 360, 720]]],
    ["div", [[0, 1, 2], [180, 90, 180]]],
    ["pow", [[0, 4, 16], [129600, 32400, 129600]]],
    ["mod", [[0, 0, 0], [0, 0, 0]]],
  ])("%s with a number", (name, expected) => {
    expect(frame(data)[name](2).values).toEqual(expected);
  });

  it.each([
    ["add", [[1, 4, 5], [361, 182, 361]]],
    ["sub", [[-1, 0, 3], [359, 178, 359]]],
    ["mul", [[0, 4, 4], [360, 360, 360]]],
    ["div", [[0, 1, 4], [360, 90, 360]]],
    ["pow", [[0, 4, 4], [360, 32400, 360]]],
    ["mod", [[0, 0, 0], [0, 0, 0]]],
  ])("%s with a series along the rows", (name, expected) => {
    expect(frame(data)[name](new Series([1, 2, 1])).values).toEqual(expected);
    expect(frame(data)[name]([1, 2, 1]).values).toEqual(expected);
  });

  it("adds along columns, of an array, a series and a frame", () => {
    expect(frame([[1, 2], [3, 4]]).add([10, 20], { axis: 0 }).values).toEqual([[11, 12], [23, 24]]);
    expect(frame([[1, 2], [3, 4]]).add(new Series([10, 20]), { axis: 0 }).values).toEqual([[11, 12], [23, 24]]);
    expect(frame([[1, 2], [3, 4]]).add(frame([[10, 20], [30, 40]])).values).toEqual([[11, 22], [33, 44]]);
  });

  it("works in place", () => {
    const df = frame([[1, 2], [3, 4]]);
    df.mul(3, { inplace: true });
    expect(df.values).toEqual([[3, 6], [9, 12]]);
  });

  it("is exact where float32 is not", () => {
    expect(frame([[0.001, 16777217]]).add(1).values).toEqual([[1.001, 16777218]]);
    expect(frame([[0.1]]).mul(3).values).toEqual([[0.1 * 3]]);
  });

  it("takes the sign of the divisor in mod", () => {
    expect(frame([[-7, 7, -6]]).mod(3).values).toEqual([[2, 1, 0]]);
    expect(frame([[-7, 7]]).mod(-3).values).toEqual([[-1, -2]]);
  });

  it("gives 0 for a division by zero in divNoNan, and not in div", () => {
    expect(frame([[1, 0, 4]]).divNoNan(0).values).toEqual([[0, 0, 0]]);
    expect(frame([[1, 0, -4]]).div(0).values).toEqual([[Infinity, NaN, -Infinity]]);
    expect(frame([[1, 0, 4]]).divNoNan(2).values).toEqual([[0.5, 0, 2]]);
  });

  it("refuses shapes that do not fit", () => {
    expect(() => frame([[1, 2], [3, 4]]).add([1, 2, 3])).toThrow(new RangeError("add: expected shapes that can be broadcast together, got (2,2) and (1,3)"));
  });
});

describe("diff and pctChange", () => {
  const none = [NaN, NaN, NaN];
  const data = [[0, 2, 4], [10, 10, 10], [1, 2, 3]];

  it("differences with rows before and after", () => {
    expect(frame(data).diff(1).values).toEqual([none, [10, 8, 6], [-9, -8, -7]]);
    expect(frame(data).diff(-1).values).toEqual([[-10, -8, -6], [9, 8, 7], none]);
  });

  it("differences with columns, a series and a frame", () => {
    expect(frame(data).diff(1, { axis: 0 }).values).toEqual([[NaN, 2, 2], [NaN, 0, 0], [NaN, 1, 1]]);
    expect(frame(data).diff(new Series([1, 2, 1])).values).toEqual([[-1, 0, 3], [9, 8, 9], [0, 0, 2]]);
    expect(frame([[0, 2, 4], [3, 10, 4]]).diff(frame([[-1, -2, 4], [10, 5, 0]])).values).toEqual([[1, 4, 0], [-7, 5, 4]]);
  });

  it("gives changes relative to rows before and after", () => {
    expect(frame([[90], [900], [900]]).pctChange(1).values).toEqual([[NaN], [9], [0]]);
    expect(frame([[0, 5, 15], [10, 10, 10], [1, 2, 5]]).pctChange(-1).values).toEqual([[-1, -0.5, 0.5], [9, 4, 1], none]);
  });

  it("gives changes relative to a series and a frame", () => {
    expect(frame(data).pctChange(new Series([1, 2, 1])).values).toEqual([[-1, 0, 3], [9, 4, 9], [0, 0, 2]]);
    expect(frame([[0, 2, 4], [3, 10, 4]]).pctChange(frame([[-1, -2, 4], [6, 5, 0]])).values).toEqual([[-1, -2, 0], [-0.5, 1, -1]]);
  });
});

describe("comparisons", () => {
  const data = [[0, 2, 4], [360, 180, 360]];

  it.each([
    ["eq", [[false, true, false], [false, false, false]]],
    ["ne", [[true, false, true], [true, true, true]]],
    ["gt", [[false, false, true], [true, true, true]]],
    ["lt", [[true, false, false], [false, false, false]]],
    ["ge", [[false, true, true], [true, true, true]]],
    ["le", [[true, true, false], [false, false, false]]],
  ])("%s with a number", (name, expected) => {
    expect(frame(data)[name](2).values).toEqual(expected);
  });

  it("compares along either axis", () => {
    expect(frame([[1, 2], [3, 4]]).le([2, 3], { axis: 0 }).values).toEqual([[true, true], [true, false]]);
    expect(frame([[1, 2], [3, 4]]).le(new Series([2, 3]), { axis: 1 }).values).toEqual([[true, true], [false, false]]);
    expect(frame([[1, 2]]).eq(frame([[1, 3]])).values).toEqual([[true, false]]);
  });

  it("finds no NaN equal to anything", () => {
    expect(frame([[NaN, 1]]).eq(NaN).values).toEqual([[false, false]]);
    expect(frame([[NaN, 1]]).ne(NaN).values).toEqual([[true, true]]);
  });
});

describe("argMax and argMin", () => {
  it("give the first position", () => {
    expect(new Series([3, 1, 2]).argMax()).toBe(0);
    expect(new Series([3, 1, 2]).argMin()).toBe(1);
    expect(new Series([1, 3, 3]).argMax()).toBe(1);
  });

  it("pass over missing values", () => {
    expect(new Series([NaN, 1, 5, 2]).argMax()).toBe(2);
    expect(new Series([NaN, 1, 5, 2]).argMin()).toBe(1);
  });
});

describe("scalers", () => {
  it("MinMaxScaler scales each column to 0 .. 1 and back", () => {
    const df = frame([[-1, 2], [-0.5, 6], [0, 10], [1, 18]], { index: [1, 2, 3, 4], columns: ["a", "b"] });
    const scaler = new MinMaxScaler().fit(df);
    const scaled = scaler.transform(df);
    expect(scaled.values).toEqual([[0, 0], [0.25, 0.25], [0.5, 0.5], [1, 1]]);
    expect([scaled.index, scaled.columns]).toEqual([[1, 2, 3, 4], ["a", "b"]]);
    expect(scaler.transform([[2, 2]])).toEqual([[1.5, 0]]);
    expect(scaler.inverseTransform(scaled).values).toEqual(df.values);
  });

  it("MinMaxScaler gives fractions for integers, in arrays and in series", () => {
    expect(new MinMaxScaler().fitTransform([1, 2, 3, 4, 5])).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(new MinMaxScaler().fitTransform(new Series([1, 2, 3, 4, 5])).values).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(new MinMaxScaler().fitTransform(danfo.tensorflow.tensor1d([2, 4, 3])).arraySync()).toEqual([0, 1, 0.5]);
  });

  it("StandardScaler gives mean 0 and population variance 1, and goes back", () => {
    const data = [[0, 0], [0, 0], [1, 1], [1, 1]];
    const scaler = new StandardScaler().fit(frame(data));
    expect(scaler.transform(frame(data)).values).toEqual([[-1, -1], [-1, -1], [1, 1], [1, 1]]);
    expect(scaler.transform([[2, 2]])).toEqual([[3, 3]]);
    expect(scaler.inverseTransform([[-1, -1], [1, 1]])).toEqual([[0, 0], [1, 1]]);
    expect(new StandardScaler().fitTransform(new Series([0, 0, 0, 0, 1, 1, 1, 1])).values).toEqual([-1, -1, -1, -1, 1, 1, 1, 1]);
  });
});

describe("encoders", () => {
  it("LabelEncoder numbers labels in order of appearance", () => {
    const encoder = new LabelEncoder().fit(danfo.tensorflow.tensor1d(["b", "a", "c", "a"]));
    expect(encoder.classes).toEqual({ b: 0, a: 1, c: 2 });
    expect(encoder.transform(["a", "b", "z"])).toEqual([1, 0, -1]);
    expect(encoder.transform(danfo.tensorflow.tensor1d(["c", "b"])).arraySync()).toEqual([2, 0]);
    expect(encoder.inverseTransform(danfo.tensorflow.tensor1d([2, 0])).arraySync()).toEqual(["c", "b"]);
  });

  it("OneHotEncoder gives a column for each label", () => {
    const encoder = new OneHotEncoder().fit(danfo.tensorflow.tensor1d([3, 1, 3]));
    expect(encoder.transform([1, 3])).toEqual([[0, 1], [1, 0]]);
    expect(encoder.transform(new Series([3, 1])).values).toEqual([[1, 0], [0, 1]]);
  });
});

describe("sample", () => {
  it("draws the documented rows for a seed", async () => {
    expect((await orchard().sample(2)).index).toEqual([0, 2]);
    expect((await orchard().sample(3, { seed: 2 })).values).toEqual([["Mango", 5, 300], ["Banana", 30, 40], ["Apples", 21, 200]]);
    expect((await frame([[1, 2, 3], [4, 5, 6], [20, 30, 40], [39, 89, 78], [100, 200, 300]]).sample(2)).values).toEqual([[1, 2, 3], [20, 30, 40]]);
  });

  it("draws each row once", async () => {
    const drawn = await new Series([1, 2, 3, 4, 5, 6, 7]).sample(-1, { seed: 5 });
    expect(drawn.values).not.toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...drawn.values].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("what needs no tensor still works beside it", () => {
  const df = frame([[1, 4], [3, 4], [5, 10]], { columns: ["A", "B"] });

  it("summaries", () => {
    expect(df.mean({ axis: 0 }).values).toEqual([3, 6]);
    expect(df.median({ axis: 0 }).values).toEqual([3, 4]);
    expect(df.mode({ axis: 0 }).values).toEqual([1, 4]);
    expect(df.std({ axis: 0 }).values).toEqual([2, Math.sqrt(12)]);
    expect(df.var({ axis: 0 }).values).toEqual([4, 12]);
  });

  it("grouping and sorting", () => {
    const groups = new DataFrame({ k: ["x", "y", "x"], v: [1, 2, 5] }).groupby(["k"]).col(["v"]).mean();
    expect(groups.values).toEqual([["x", 3], ["y", 2]]);
    expect(df.sortValues("A", { ascending: false }).values).toEqual([[5, 10], [3, 4], [1, 4]]);
  });
});
