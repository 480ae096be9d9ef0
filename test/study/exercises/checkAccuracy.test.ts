import { describe, expect, it } from "vitest";
import { type NDArray } from "../../../src/index.js";
import { checkAccuracy, diagnoses } from "../../../src/study/index.js";
import { failuresOf } from "./failuresOf.js";

const count = (predicted: ArrayLike<number>, y: number[]) => y.filter((label, i) => label === predicted[i]).length;
const careless = (scores: NDArray, y: number[]) => count(scores.argmax(1).data, y) / y.length;
const careful = (scores: NDArray, y: number[]) => {
  if (Number.isNaN(scores.max())) throw new RangeError("scores are NaN");
  return careless(scores, y);
};
const failures = (accuracy: (scores: NDArray, y: number[]) => unknown) => failuresOf(checkAccuracy(accuracy));

describe("checkAccuracy", () => {
  it("passes what stops at NaN, or returns it", () => {
    expect(failures(careful)).toEqual({});
    expect(failures((scores, y) => (Number.isNaN(scores.max()) ? NaN : careless(scores, y)))).toEqual({});
  });

  it("recognises NaN scores that pass for class 0", () => {
    expect(failures(careless)).toEqual({ "NaN scores": diagnoses.nanScores });
  });

  it("tells NaN that stands for class 0 from NaN that is hidden otherwise", () => {
    expect(failures((scores, y) => (Number.isNaN(scores.max()) ? 0 : careless(scores, y)))).toEqual({ "NaN scores": diagnoses.nanShareHidden });
  });

  it("takes a share of 0 for what it is, whatever has led to it", () => {
    const found = failures((scores, y) => count(scores.max(1).data, y) / y.length);
    expect(found["share of right answers"]).toBe(diagnoses.noneRight);
    expect(failures((scores, y) => count(scores.argmax(0).data, y) / y.length)["share of right answers"]).toBe(diagnoses.argmaxOverExamples);
  });

  it("recognises labels that are changed", () => {
    expect(failures((scores, y) => careful(scores, y) + 0 * (y[0] = 0))["scores and labels unchanged"]).toMatch(/^accuracy changes y: /);
  });

  it("recognises a count, the lowest score, the last of equals, and what is simply wrong", () => {
    expect(failures((scores, y) => careful(scores, y) * y.length)).toEqual({
      "share of right answers": diagnoses.countForShare, "equal scores": diagnoses.countForShare,
    });
    expect(failures((scores, y) => careful(scores.neg(), y))["share of right answers"]).toBe(diagnoses.lowestScore);
    const last = (scores: NDArray, y: number[]) => {
      careful(scores, y);
      const reversed = scores.T.toList() as number[][];
      const best = y.map((_, i) => reversed.reduce((at, row, j) => (row[i] >= reversed[at][i] ? j : at), 0));
      return count(best, y) / y.length;
    };
    expect(failures(last)).toEqual({ "equal scores": diagnoses.tieNotFirst });
    expect(failures((scores, y) => careful(scores, y) + 0.01)["share of right answers"]).toBe(diagnoses.accuracyOther);
  });

  it("tells what came in place of a number", () => {
    expect(failures(() => [])["share of right answers"]).toBe(
      "expected accuracy to be a number, got a list of 0",
    );
  });
});
