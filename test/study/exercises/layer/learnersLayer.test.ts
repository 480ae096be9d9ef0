import { expect, it } from "vitest";
import { array } from "../../../../src/index.js";
import { callBackward, callForward, copies, othersOf } from "../../../../src/study/exercises/layer/learnersLayer.js";
import { NoResult } from "../../../../src/study/exercises/wrongResult.js";

const [x, w, b] = [array([[1, 2]]), array([[3], [4]]), array([5])];
const NAMES = ["x", "w", "b"];

/** What is said of a result that backward is not to give. */
function refused(result: unknown, inputs: readonly string[] = NAMES): { readonly text: string; readonly causes: readonly string[] } {
  try {
    callBackward(() => result, x, {}, inputs);
  } catch (error) {
    expect(error).toBeInstanceOf(NoResult);
    const { diagnosis, causes = [] } = (error as NoResult).finding;
    return { text: diagnosis, causes };
  }
  throw new Error("expected it to be refused");
}

it("hands forward its inputs in order, and backward dout and the cache", () => {
  expect(callForward((...given) => [given[2], given], { x, w, b })).toEqual([b, [x, w, b]]);
  expect(callForward(() => [x, undefined], { x })).toEqual([x, undefined]);
  expect(callBackward((dout, cache) => ({ dx: dout, dw: cache, db: b }), x, w, NAMES)).toEqual({ dx: x, dw: w, db: b });
});

it("takes dx alone, or in an object, where x is the only input, and numbers for arrays", () => {
  expect(callBackward(() => x, x, {}, ["x"])).toEqual({ dx: x });
  expect(callBackward(() => ({ dx: x }), x, {}, ["x"])).toEqual({ dx: x });
  expect(callBackward(() => ({ dx: x, dw: w, db: 5 }), x, {}, NAMES)).toEqual({ dx: x, dw: w, db: 5 });
  expect(refused(x).causes).toEqual([]);
});

it.each<[string, unknown, string[]]>([
  ["nothing", undefined, ["returnMissing"]],
  ["null", null, []],
  ["what is to come", Promise.resolve({}), ["asyncFunction"]],
  ["a list of all", [x, w, b], ["listForRecord"]],
  ["a list of some", [x, w], []],
  ["a list of other things", [x, w, "b"], []],
  ["some of them", { dx: x, dw: w }, ["gradientMissing"]],
  ["all under other names", { dX: x, dW: w, dB: b }, ["gradientMissing"]],
  ["other things under other names", { dX: 1 }, []],
  ["a list of numbers for one", { dx: [[1, 2]], dw: w, db: b }, ["listForArray"]],
  ["a list of other things for one", { dx: ["a"], dw: w, db: b }, []],
  ["text for one", { dx: "a", dw: w, db: b }, []],
])("tells of backward that gives %s", (_, result, causes) => {
  const { text, causes: found } = refused(result);
  expect(text).toMatch(/^expected backward to return \{ dx, dw, db \} of NDArrays, got /);
  expect(found).toEqual(causes);
});

it("asks for dx where there is no other", () => {
  expect(refused([x], ["x"])).toMatchObject({ text: expect.stringMatching(/^expected backward to return dx, an NDArray, got /), causes: [] });
  expect(refused({ dX: x }, ["x"]).causes).toEqual([]);
});

it("tells of forward that gives something else than out and a cache", () => {
  const text = /^expected forward to return \[out, cache\] with out an NDArray, got /;
  for (const [result, cause] of [[x, "cacheMissing"], [[x], "cacheMissing"], [[{}, x], "pairExchanged"], [undefined, "returnMissing"]] as const) {
    expect(() => callForward(() => result, { x })).toThrow(text);
    expect(() => callForward(() => result, { x })).toThrow(expect.objectContaining({ finding: expect.objectContaining({ causes: [cause] }) }));
  }
  expect(() => callForward(() => ["a", "b"], { x })).toThrow(expect.objectContaining({ finding: expect.objectContaining({ causes: [] }) }));
});

it("copies inputs, and has others of the same shapes", () => {
  const copied = copies({ x, w });
  expect(copied).toEqual({ x, w });
  expect([copied["x"] === x, copied["w"] === w]).toEqual([false, false]);
  expect(othersOf({ x, w })).toEqual({ x: x.mul(-2), w: w.mul(-2) });
});
