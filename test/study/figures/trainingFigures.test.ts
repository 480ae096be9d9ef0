import { describe, expect, it } from "vitest";
import { accuracyFigure, lossFigure } from "../../../src/study/index.js";

describe("lossFigure", () => {
  it("has a point for every iteration, counted from 1", () => {
    const { data, layout } = lossFigure([2.3, 2.1], { note: "synthetic images" });
    expect(data).toHaveLength(1);
    expect([data[0].x, data[0].y]).toEqual([[1, 2], [2.3, 2.1]]);
    expect(layout.title).toEqual({ text: "Training loss<br><sub>synthetic images</sub>" });
  });
});

describe("accuracyFigure", () => {
  it("has both histories and the dashed line at the target", () => {
    const { data, layout } = accuracyFigure([0.1, 0.3, 0.4], [0.1, 0.2, 0.3]);
    expect(data.map(({ name, x, y }) => [name, x, y])).toEqual([
      ["training", [0, 1, 2], [0.1, 0.3, 0.4]],
      ["validation", [0, 1, 2], [0.1, 0.2, 0.3]],
      ["0.5", [0, 2], [0.5, 0.5]],
    ]);
    expect(data[2].line).toMatchObject({ dash: "dash" });
    expect(layout.title).toEqual({ text: "Accuracy" });
    expect(accuracyFigure([0], [0], { target: 0.36 }).data[2].y).toEqual([0.36, 0.36]);
  });

  it("draws the target as far as the longer history goes", () => {
    const [short, long] = [[0.1, 0.2], [0.1, 0.2, 0.3, 0.4]];
    expect(accuracyFigure(short, long).data[2].x).toEqual([0, 3]);
    expect(accuracyFigure(long, short).data[2].x).toEqual([0, 3]);
  });
});
