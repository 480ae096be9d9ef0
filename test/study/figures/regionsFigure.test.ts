import { describe, expect, it } from "vitest";
import { affineForward, array, NDArray, zeros } from "../../../src/index.js";
import { regionsFigure } from "../../../src/study/index.js";

const X = array([[-1, 0], [1, 0], [1, 1]]);
/** class 1 where x0 is above 0 */
const scores = (points: NDArray) => affineForward(points, array([[0, 1], [0, 0]]), zeros(2))[0];

describe("regionsFigure", () => {
  it("colours the plane by the class with the highest score", () => {
    const { data, layout } = regionsFigure([{ title: "line", scores }], X, [0, 1, 1], 2, { title: "Where", note: "synthetic" });
    const { x, y, z } = data[0] as unknown as { x: number[]; y: number[]; z: number[][] };
    expect([x[0], x.at(-1), y[0], y.at(-1), z.length, z[0].length]).toEqual([-2, 2, -2, 2, 101, 101]);
    for (const row of z) expect(row).toEqual(x.map((x0) => (x0 > 0 ? 1 : 0)));
    expect(layout.title).toEqual({ text: "Where<br><sub>synthetic</sub>" });
  });

  it("sends the second coordinate upwards", () => {
    const upper = (points: NDArray) => affineForward(points, array([[0, 0], [0, 1]]), zeros(2))[0];
    const { z, y } = regionsFigure([{ title: "", scores: upper }], X, [0, 1, 1], 1).data[0] as unknown as { z: number[][]; y: number[] };
    expect(z.map((row) => row[7])).toEqual(y.map((x1) => (x1 > 0 ? 1 : 0)));
  });

  it("marks the examples class by class, with a form for each, and panels side by side", () => {
    const { data, layout } = regionsFigure([{ title: "a", scores }, { title: "b", scores }], X, [2, 0, 0], 2);
    expect(data.map(({ type, name, xaxis, showlegend }) => [type, name, xaxis, showlegend])).toEqual([
      ["heatmap", undefined, "x", undefined],
      ["scatter", "class 0", "x", true],
      ["scatter", "class 2", "x", true],
      ["heatmap", undefined, "x2", undefined],
      ["scatter", "class 0", "x2", false],
      ["scatter", "class 2", "x2", false],
    ]);
    expect([data[1].x, data[1].y, data[2].x]).toEqual([[1, 1], [0, 1], [-1]]);
    expect((data[1].marker as { symbol: string }).symbol).not.toBe((data[2].marker as { symbol: string }).symbol);
    expect(layout.annotations).toMatchObject([{ text: "a", xref: "x domain" }, { text: "b", xref: "x2 domain" }]);
  });

  it("refuses what does not fit", () => {
    expect(() => regionsFigure([], X, [0, 0, 0], 2)).toThrow(new RangeError("regionsFigure: expected at least one panel, got none"));
    const panels = [{ title: "", scores }];
    expect(() => regionsFigure(panels, zeros([3, 4]), [0, 0, 0], 2)).toThrow(new RangeError("regionsFigure: expected X to have shape (N, 2), got (3, 4)"));
    expect(() => regionsFigure(panels, X, [0, 3, 0], 2)).toThrow(new RangeError("regionsFigure: expected labels from 0 to 2, got 3 at index 1"));
  });
});
