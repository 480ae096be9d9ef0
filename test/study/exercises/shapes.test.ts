import { describe, expect, it } from "vitest";
import { arange } from "../../../src/index.js";
import { explainGradientShape, explainShape } from "../../../src/study/exercises/shapes.js";

const counted = (...shape: number[]) => arange(shape.reduce((a, b) => a * b, 1)).reshape(...shape);

describe("explainShape", () => {
  it("tells rows and columns that are exchanged", () => {
    expect(explainShape(counted(5, 3), counted(3, 5))).toEqual(["transposed"]);
    expect(explainShape(counted(3, 4), counted(3, 5))).toEqual([]);
  });

  it("takes three axes in reverse for transposed only where the numbers are", () => {
    expect(explainShape(counted(4, 3, 2), counted(2, 3, 4))).toEqual([]);
    expect(explainShape(counted(2, 3, 4).T, counted(2, 3, 4))).toEqual(["transposed"]);
  });

  it("speaks of a bias's gradient only where it is one", () => {
    expect(explainShape(counted(1, 5), counted(5))).toEqual([]);
    expect(explainGradientShape(counted(1, 5), counted(5))).toEqual(["rowKept"]);
    expect(explainGradientShape(counted(3, 5), counted(5))).toEqual(["notSummed"]);
    expect(explainGradientShape(counted(3, 4), counted(3, 2, 2))).toEqual(["notShapedBack"]);
    expect(explainGradientShape(counted(5, 3), counted(3, 5))).toEqual(["transposed"]);
  });
});
