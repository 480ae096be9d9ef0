import { describe, expect, it } from "vitest";
import { array } from "../../../src/index.js";
import { confusionMatrix } from "../../../src/study/index.js";

describe("confusionMatrix", () => {
  it("counts by true class (rows) and predicted class (columns)", () => {
    const matrix = confusionMatrix([0, 0, 2, 2, 2, 1], array([0, 1, 2, 0, 0, 1], "int32"), 4);
    expect(matrix.toList()).toEqual([[1, 1, 0, 0], [0, 1, 0, 0], [2, 0, 1, 0], [0, 0, 0, 0]]);
    expect(matrix.dtype).toBe("int32");
    expect(confusionMatrix([], [], 2).toList()).toEqual([[0, 0], [0, 0]]);
  });

  it("refuses what does not fit", () => {
    expect(() => confusionMatrix([0, 1], [0], 2)).toThrow(new RangeError("confusionMatrix, predicted: expected y to have 2 labels, got 1"));
    expect(() => confusionMatrix([0, 2], [0, 1], 2)).toThrow(new RangeError("confusionMatrix, y: expected labels from 0 to 1, got 2 at index 1"));
    expect(() => confusionMatrix([0], [0.5], 2)).toThrow(new TypeError("confusionMatrix, predicted: expected labels to be whole numbers, got 0.5 at index 0"));
  });
});
