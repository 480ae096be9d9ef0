import { describe, expect, it } from "vitest";
import { gapFigure } from "../../../src/study/index.js";

const row = (value: number, train: number, test: number) => ({
  value, runs: 3, train, trainSd: 0.01, test, testSd: 0.02, gap: train - test, gapSd: 0.03, weights: 1,
});

describe("gapFigure", () => {
  it("draws both accuracies in one panel and the gap in another, with error bars", () => {
    const { data, layout } = gapFigure([row(0, 1, 0.25), row(10, 0.5, 0.25)], { title: "T", xTitle: "reg" });
    expect(data.map(({ name, xaxis, x, y }) => [name, xaxis, x, y])).toEqual([
      ["training", "x", ["0", "10"], [1, 0.5]],
      ["test", "x", ["0", "10"], [0.25, 0.25]],
      ["gap: training - test", "x2", ["0", "10"], [0.75, 0.25]],
    ]);
    expect(data.map(({ error_y }) => (error_y as { array: number[] }).array)).toEqual([[0.01, 0.01], [0.02, 0.02], [0.03, 0.03]]);
    expect(layout).toMatchObject({ title: { text: "T" }, xaxis: { type: "category", title: { text: "reg" } }, yaxis: { range: [-0.05, 1.05] } });
  });
});
