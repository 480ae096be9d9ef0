import { describe, expect, it, vi } from "vitest";
import { array } from "../../../src/index.js";
import { belowText, judge, once, type Probe, type Quantity } from "../../../src/study/exercises/judge.js";
import { scaled, wrongPrograms } from "../../../src/study/exercises/mistake.js";
import type { Value } from "../../../src/study/exercises/value.js";
import { diagnoses } from "../../../src/study/index.js";

const probe = (right: Value, got: unknown, more: Partial<Probe<Value>> = {}): Probe<Value> => ({ input: right, right, got: () => got, ...more });
const quantity = (probes: readonly Probe<Value>[], more: Partial<Quantity<Value>> = {}): Quantity<Value> => ({ name: "v", limit: 1e-9, probes, mistakes: () => [], other: "something else", ...more });
const found = (probes: readonly Probe<Value>[], more: Partial<Quantity<Value>> = {}) => judge(quantity(probes, more), probes);

const x = array([[1, -2], [4, 8]]);
const third = array([[1 / 3, 0.1], [1, 2]]);

describe("judge passes", () => {
  it("numbers, told in six digits, and arrays, told by the largest error of all", () => {
    expect(found([probe(1 / 3, 1 / 3)])).toEqual({ measured: "0.333333", diagnosis: "", remark: "" });
    expect(found([probe(x, x.add(1e-11)), probe(x, x.add(1e-10))])).toMatchObject({ measured: "5.0e-11", diagnosis: "" });
    expect(found([probe(x, x.add(1e-10)), probe(x, x.add(1e-11))]).measured).toBe("5.0e-11");
  });

  it("float32 at its own limit, with a remark, and what was computed in it without one", () => {
    expect(found([probe(third, third.astype("float32"))])).toMatchObject({ diagnosis: "", remark: diagnoses.float32 });
    expect(found([probe(third, third.astype("float32")), probe(x, x)]).remark).toBe(diagnoses.float32);
    expect(found([probe(x, x.mul(1 + 1e-5), { inSingle: () => true })])).toMatchObject({ diagnosis: "", remark: "" });
    expect(found([probe(x, x.mul(1 + 1e-5), { inSingle: () => false })]).diagnosis).not.toBe("");
    expect(found([probe(x, x.mul(1.0005), { inSingle: () => true })], { limit: 1e-2 }).diagnosis).toBe("");
  });
});

describe("judge says why not", () => {
  it("names the place that differs most, with what came and what is right", () => {
    const got = x.copy();
    got.set([1, 0], 5);
    expect(found([probe(x, got)])).toEqual({ measured: "1.1e-01", diagnosis: "something else", causes: [], example: "v[1, 0]: got 5, expected 4" });
    expect(found([probe(x, got, { where: (place) => `place ${place}` })]).example).toBe("place 2: got 5, expected 4");
    expect(found([probe(2, 3)])).toEqual({ measured: "3", limit: "2", diagnosis: "something else", causes: [], example: "v: got 3, expected 2" });
  });

  it("looks at all that is asked, and tells of the first that is wrong", () => {
    expect(found([probe(2, 2), probe(3, 4)])).toMatchObject({ measured: "4", limit: "3" });
    expect(judge(quantity([probe(2, 2), probe(3, 4)]), [probe(2, 2)]).diagnosis).toBe("");
  });

  it("finds one factor in all of an array", () => {
    expect(found([probe(x, x.mul(3))]).example).toBe("v[0, 0]: got 3, expected 1; all of it is 3 times what it should be");
  });

  it("names a mistake that explains every answer, and none that explains one", () => {
    const mistakes = () => wrongPrograms<Value, object>((input) => input, [scaled("twice", () => 2)]);
    expect(found([probe(x, x.mul(2)), probe(3, 6)], { mistakes })).toMatchObject({ diagnosis: diagnoses.twice, causes: ["twice"], measured: "3.3e-01" });
    expect(found([probe(3, 6), probe(x, x.mul(2))], { mistakes })).toMatchObject({ causes: ["twice"], measured: "6", limit: "3", example: "v: got 6, expected 3" });
    expect(found([probe(x, x.mul(2)), probe(3, 7)], { mistakes }).causes).toEqual([]);
    const stops = { ...probe(3, 0), got: () => { throw new Error("no"); } };
    expect(judge(quantity([probe(x, x.mul(2)), stops], { mistakes }), [probe(x, x.mul(2))]).causes).toEqual(["twice"]);
  });

  it("asks only once why, of one set of answers", () => {
    const mistakes = vi.fn(() => []);
    const of = quantity([probe(2, 3), probe(4, 5)], { mistakes });
    judge(of, of.probes.slice(0, 1));
    judge({ ...of }, of.probes.slice(1));
    expect(mistakes).toHaveBeenCalledOnce();
  });

  it("tells of NaN where there is nothing else, and of float32 that float64 holds", () => {
    expect(found([probe(x, x.mul(NaN)), probe(2, NaN)])).toMatchObject({ causes: ["nanEverywhere"], measured: "nan" });
    expect(found([probe(x, x.mul(NaN)), probe(2, 2)]).causes).toEqual([]);
    expect(found([probe(2, NaN)])).toMatchObject({ causes: ["nanEverywhere"], measured: "nan", limit: "2" });
    expect(found([probe(third, third.astype("float32").astype("float64"))])).toMatchObject({ causes: ["float32"], diagnosis: diagnoses.float32 });
    expect(found([probe(1 / 3, Math.fround(1 / 3))])).toMatchObject({ causes: ["float32"] });
  });

  it("tells of a wrong shape, and of a cause that the shape tells", () => {
    expect(found([probe(x, array([1, 2]))])).toEqual({ measured: "(2,)", diagnosis: "v has shape (2,) instead of (2, 2): write down the shape of each array, line by line", causes: [], example: "" });
    const wide = array([[1, 2, 3]]);
    expect(found([probe(wide, wide.T)])).toMatchObject({ measured: "(3, 1)", causes: ["transposed"], diagnosis: `v has shape (3, 1) instead of (1, 3): ${diagnoses.transposed}` });
    expect(found([probe(wide, wide.T)], { shapes: () => ["rowKept"] })).toMatchObject({ causes: ["rowKept"] });
    expect(found([probe(x, 3)])).toMatchObject({ measured: "a number", diagnosis: expect.stringMatching(/^v has shape a number instead of \(2, 2\): /) });
    expect(found([probe(2, x)])).toMatchObject({ measured: "(2, 2)", diagnosis: expect.stringMatching(/^v has shape \(2, 2\) instead of a number: /) });
  });

  it.each<[string, Value, unknown, string]>([
    ["nothing", x, undefined, `expected v to be an NDArray, got undefined: ${diagnoses.returnMissing}`],
    ["text", 2, "a", "expected v to be a number, got a string"],
    ["an array of one number", 2, array([2]), `expected v to be a number, got an NDArray: ${diagnoses.lossAsArray}`],
  ])("has no answer to look at in %s", (_, right, got, text) => {
    expect(() => found([probe(right, got)])).toThrow(text);
  });
});

describe("what is kept between calls", () => {
  const answers = (...values: readonly Value[]) => vi.fn(() => values.length > 1 ? (values as Value[]).shift()! : values[0]!);

  it("shows in another answer to the same question, be it the third", () => {
    expect(found([probe(2, 2, { again: answers(2, 2) })]).diagnosis).toBe("");
    expect(found([probe(2, 2, { again: answers(3) })])).toMatchObject({ causes: ["stateKept"], measured: "3", example: "v: 2 the first time, 3 the next" });
    expect(found([probe(2, 2, { again: answers(2, 5) })])).toMatchObject({ causes: ["stateKept"], measured: "5" });
    expect(found([probe(x, x, { again: answers(x, x.mul(2)) })])).toMatchObject({ causes: ["stateKept"], example: "v[0, 0]: 1 the first time, 2 the next" });
    expect(found([probe(x, x, { again: answers(x.mul(2)), where: (place) => `place ${place}` })]).example).toBe("place 0: 1 the first time, 2 the next");
    expect(found([probe(x, x, { again: answers(array([[1, -2], [4, 9]])) })])).toMatchObject({ causes: ["stateKept"], example: "v[1, 1]: 8 the first time, 9 the next" });
    expect(found([probe(x, x, { again: answers(array([1])) })])).toMatchObject({ causes: ["stateKept"], measured: "(1,)" });
    expect(found([probe(array([NaN]), array([NaN]), { again: answers(array([NaN])) })], { limit: Infinity }).causes).not.toEqual(["stateKept"]);
  });

  it("explains a wrong answer for which there is no other name", () => {
    expect(found([probe(2, 3, { again: answers(4) })])).toMatchObject({ causes: ["stateKept"], measured: "4" });
    expect(found([probe(2, 3, { again: answers(3) })]).causes).toEqual([]);
  });
});

it("calls once, and keeps what came: a value, nothing, or an error", () => {
  const call = vi.fn((): unknown => undefined);
  const kept = once(call);
  expect([kept(), kept()]).toEqual([undefined, undefined]);
  expect(call).toHaveBeenCalledOnce();
  const stops = vi.fn(() => { throw new RangeError("no"); });
  const stopped = once(stops);
  expect(stopped).toThrow(new RangeError("no"));
  expect(stopped).toThrow(new RangeError("no"));
  expect(stops).toHaveBeenCalledOnce();
  expect(belowText(1e-7)).toBe("below 1e-07");
});
