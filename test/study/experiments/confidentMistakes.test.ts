import { describe, expect, it } from "vitest";
import { array, zeros } from "../../../src/index.js";
import { confidentMistakes } from "../../../src/study/index.js";

describe("confidentMistakes", () => {
  // softmax of (ln 1, ln 2, ln 5) is (1, 2, 5) / 8
  const ln = (...odds: number[]) => odds.map(Math.log);
  const scores = array([ln(1, 2, 5), ln(6, 1, 1), ln(1, 2, 5), ln(1, 6, 1), ln(1000, 1, 1).map((x) => x + 900)]);

  it("are the surest first, with both probabilities", () => {
    const mistakes = confidentMistakes(scores, [0, 2, 1, 1, 2], 3);
    expect(mistakes.map(({ index, label, predicted }) => [index, label, predicted])).toEqual([[4, 2, 0], [1, 2, 0], [0, 0, 2]]);
    expect(mistakes[1].probability).toBeCloseTo(6 / 8, 14);
    expect(mistakes[1].labelProbability).toBeCloseTo(1 / 8, 14);
    expect(mistakes[0].probability).toBeCloseTo(1000 / 1002, 12); // no overflow at scores of 900
  });

  it("puts equal ones in their order, and leaves out what is right", () => {
    const mistakes = confidentMistakes(scores, [0, 0, 1, 1, 0], 9);
    expect(mistakes.map(({ index }) => index)).toEqual([0, 2]);
    expect(confidentMistakes(zeros([0, 3]), [], 5)).toEqual([]);
    expect(confidentMistakes(zeros([0, 0]), [], 5)).toEqual([]);
  });

  it("has numbers also where scores lie far apart", () => {
    expect(confidentMistakes(array([[1000, 0]]), [1], 1)).toEqual([{ index: 0, label: 1, predicted: 0, probability: 1, labelProbability: 0 }]);
  });

  it("refuses what does not fit", () => {
    expect(() => confidentMistakes(zeros([3]), [0], 1)).toThrow(
      new RangeError("confidentMistakes: expected scores to have shape (N, C), got (3,)"),
    );
    expect(() => confidentMistakes(scores, [0], 1)).toThrow(new RangeError("confidentMistakes: expected y to have 5 labels, got 1"));
  });
});
