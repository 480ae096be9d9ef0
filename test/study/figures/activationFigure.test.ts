import { describe, expect, it } from "vitest";
import { activationCurves, activationFigure } from "../../../src/study/index.js";

describe("activationCurves", () => {
  it("holds each function and its gradient over the range", () => {
    const curves = activationCurves(10, 0.1);
    expect(curves.map(({ name }) => name)).toEqual(["sigmoid", "ReLU", "leaky ReLU (alpha 0.1)"]);
    const at = (curve: number, x: number) => [curves[curve].out.get(x), curves[curve].gradient.get(x)];
    expect(curves[0].x.get(200)).toBeCloseTo(0, 14);
    expect(at(0, 200)[1]).toBeCloseTo(0.25, 14);
    expect(at(0, 400)[1]).toBeCloseTo(4.5395807735907655e-5, 15); // s(10) (1 - s(10))
    expect([at(1, 0), at(1, 400)]).toEqual([[0, 0], [10, 1]]);
    expect([at(2, 0), at(2, 400)]).toEqual([[-1, 0.1], [10, 1]]);
  });
});

describe("activationFigure", () => {
  it("draws two panels a row, each on axes of its own", () => {
    const { data, layout } = activationFigure(activationCurves());
    expect(data.map(({ xaxis }) => xaxis)).toEqual(["x", "x2", "x3", "x4", "x5", "x6"]);
    expect(layout.grid).toMatchObject({ rows: 3, columns: 2, pattern: "independent" });
    expect((layout.annotations as { text: string; xref: string }[])[3]).toMatchObject({
      text: "gradient of ReLU",
      xref: "x4 domain",
      yref: "y4 domain",
    });
  });
});
