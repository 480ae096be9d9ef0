import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { causesOf, isPromise, kindOf, NoResult, pairOf, type PairForm, wrongResult } from "../../../src/study/exercises/wrongResult.js";
import { diagnoses } from "../../../src/study/index.js";

const form: PairForm = { expected: "expected a loss", isFirst: (value) => typeof value === "number", isSecond: (value) => typeof value === "string", alone: "partMissing" };

function causesOfPair(result: unknown, more: Partial<PairForm> = {}): readonly string[] | undefined {
  try {
    pairOf(result, { ...form, ...more });
  } catch (error) {
    expect(error).toBeInstanceOf(NoResult);
    expect((error as NoResult).finding.diagnosis).toMatch(/^expected a loss, got /);
    return (error as NoResult).finding.causes;
  }
  return undefined;
}

describe("pairOf", () => {
  it("gives back a pair of the kinds that are asked for", () => {
    expect(pairOf([1, "a"], form)).toEqual([1, "a"]);
  });

  it.each<[string, unknown, string[]]>([
    ["the first alone", 1, ["partMissing"]],
    ["the first alone in a list", [1], ["partMissing"]],
    ["the first with nothing", [1, undefined], ["partMissing"]],
    ["the two exchanged", ["a", 1], ["pairExchanged"]],
    ["a record of them", { loss: 1, grads: "a" }, ["recordForPair"]],
    ["a record of the second and another", { loss: "a", grads: 1 }, []],
    ["a record of more", { loss: 1, grads: "a", more: 2 }, []],
    ["nothing", undefined, ["returnMissing"]],
    ["what is to come", Promise.resolve([1, "a"]), ["asyncFunction"]],
    ["a first that is to come", [Promise.resolve(1), "a"], ["asyncFunction"]],
    ["a second that is to come", [1, Promise.resolve("a")], ["asyncFunction"]],
    ["an array of one number", [array([1]), "a"], ["lossAsArray"]],
    ["an array of more", [array([1, 2]), "a"], []],
    ["a list of numbers", [[[1], 2], "a"], ["listForArray"]],
    ["a list of other things", [["b"], "a"], []],
    ["a list of three", [1, "a", 2], []],
    ["a list of another one", ["a"], []],
    ["an empty list", [], []],
    ["null", null, []],
    ["a wrong second", [1, 2], []],
    ["a wrong first", ["b", "a"], []],
    ["an array", array([1, 2]), []],
  ])("finds the causes of %s", (_, result, causes) => {
    expect(causesOfPair(result)).toEqual(causes);
  });

  it("asks whether they are exchanged where the second can be anything", () => {
    expect(causesOfPair([true, "a"], { isExchanged: ([first]) => first === true })).toEqual(["pairExchanged"]);
    expect(causesOfPair(["a", 1], { isExchanged: () => false })).toEqual([]);
  });
});

it("names a result's kind after what was expected, and the causes after that", () => {
  expect(wrongResult("expected x", 3).finding).toMatchObject({ measured: "a number", diagnosis: "expected x, got a number", causes: [] });
  expect(wrongResult("expected x", undefined, ["returnMissing"]).finding).toMatchObject({ measured: "undefined", diagnosis: `expected x, got undefined: ${diagnoses.returnMissing}`, causes: ["returnMissing"] });
  expect(wrongResult("expected x", 3).message).toBe("expected x, got a number");
  expect(wrongResult("expected x", 3).name).toBe("NoResult");
});

it.each<[unknown, string]>([
  [null, "null"], [undefined, "undefined"], [array([1]), "an NDArray"], [Promise.resolve(), "a Promise"], ["a", "a string"], [3, "a number"],
])("knows the kind of %s", (value, text) => {
  expect(kindOf(value)).toBe(text);
});

it("knows the kinds inside a pair, the length of a list, and the names in a record", () => {
  expect(kindOf([1, array([1])])).toBe("a list of two: a number, an NDArray");
  expect(kindOf([1, 2, 3])).toBe("a list of 3");
  expect(kindOf({ dx: 1, dw: 2 })).toBe("an object with dx, dw");
});

it("takes for a promise what can be waited for, and nothing else", async () => {
  const failing = Promise.reject(new Error("late"));
  expect([failing, { then: () => {} }, { then: 1 }, null, undefined, 3].map(isPromise)).toEqual([true, true, false, false, false, false]);
  expect([undefined, failing, 1].map(causesOf)).toEqual([["returnMissing"], ["asyncFunction"], []]);
  await new Promise((resolve) => setTimeout(resolve, 1)); // else its error would be nobody's
});
