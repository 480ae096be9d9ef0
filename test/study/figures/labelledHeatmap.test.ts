import { describe, expect, it } from "vitest";
import { labelledHeatmap } from "../../../src/study/figures/labelledHeatmap.js";

describe("labelledHeatmap", () => {
  const cells = { columns: ["a", "b"], rows: ["0", "10"], values: [[1, 2], [NaN, 5]], texts: [["one", "two"], ["none", "five"]] };
  const { data, layout } = labelledHeatmap(cells, { columnTitle: "c", rowTitle: "r", title: "T", note: "made up" });

  it("colours from the smallest to the largest value, without those that are missing", () => {
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ type: "heatmap", z: cells.values, zmin: 1, zmax: 5 });
  });

  it("writes each cell's text on it, in an ink that can be read", () => {
    const annotations = layout.annotations as { text: string; x: number; y: number; font: { color: string } }[];
    expect(annotations.map(({ text, x, y, font }) => [text, x, y, font.color])).toEqual([
      ["one", 0, 0, "#000000"], ["two", 1, 0, "#000000"], ["none", 0, 1, "#000000"], ["five", 1, 1, "#FFFFFF"],
    ]);
  });

  it("names columns and rows, the first row on top, also where a whole one is missing", () => {
    expect(layout.xaxis).toMatchObject({ ticktext: ["a", "b"], tickvals: [0, 1], range: [-0.5, 1.5], title: { text: "c" } });
    expect(layout.yaxis).toMatchObject({ ticktext: ["0", "10"], tickvals: [0, 1], range: [1.5, -0.5], title: { text: "r" } });
    expect(layout.title).toEqual({ text: "T<br><sub>made up</sub>" });
    expect(layout.height).toBe(450);
  });
});
