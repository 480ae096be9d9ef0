import { describe, expect, it } from "vitest";
import { halvingFigure } from "../../../src/study/index.js";
import { outcome } from "./trialOutcomes.js";

describe("halvingFigure", () => {
  const trials = [
    outcome(0, {}, [0.1, 0.2], "stopped"),
    outcome(1, {}, [0.1, 0.3, 0.4, 0.5]),
    outcome(2, {}, [0.1, 0.15], "stopped"),
    outcome(3, {}, [0.1], "diverged"),
  ];
  const { data, layout } = halvingFigure(trials, [1, 3], { note: "made up" });

  it("draws every trial as far as it was trained, those that went on last", () => {
    expect(data.map(({ x, y }) => [x, y])).toEqual([
      [[0, 1], [0.1, 0.2]], [[0, 1], [0.1, 0.15]], [[0], [0.1]], [[0, 1, 2, 3], [0.1, 0.3, 0.4, 0.5]],
    ]);
    expect(data.map(({ marker }) => (marker as { size: number[] }).size)).toEqual([[0, 8], [0, 8], [8], [0, 0, 0, 8]]);
  });

  it("names each kind once, with a colour and a marker of its own", () => {
    expect(data.map(({ name, showlegend }) => [name, showlegend])).toEqual([
      ["stopped early", true], ["stopped early", false], ["diverged", true], ["trained to the end", true],
    ]);
    const looks = data.map(({ marker }) => marker as { color: string; symbol: string });
    expect(new Set(looks.map(({ color }) => color)).size).toBe(3);
    expect(looks.map(({ symbol }) => symbol)).toEqual(["x", "x", "diamond", "circle"]);
  });

  it("has a dashed line at each rung", () => {
    const lines = layout.shapes as { x0: number; x1: number; line: { dash: string } }[];
    expect(lines.map(({ x0, x1, line }) => [x0, x1, line.dash])).toEqual([[1, 1, "dash"], [3, 3, "dash"]]);
    expect(layout.title).toEqual({ text: "Successive halving<br><sub>made up</sub>" });
  });
});
