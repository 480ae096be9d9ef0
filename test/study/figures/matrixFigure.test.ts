import { describe, expect, it } from "vitest";
import { TONES } from "../../../src/study/figures/diagram.js";
import { array, zeros } from "../../../src/index.js";
import { type Figure, matrixFigure } from "../../../src/study/index.js";

interface Cell { x0: number; x1: number; y0: number; y1: number; fillcolor: string }
const cellsOf = ({ layout }: Figure) => layout.shapes as Cell[];
const textsOf = ({ layout }: Figure) => (layout.annotations as { text: string }[]).map(({ text }) => text);

const x = { name: "x", values: array([[1, 2], [3, 4]]), tone: "forward" } as const;
const b = { name: "b", values: array([0.5, -1]), tone: "parameter" } as const;

describe("matrixFigure", () => {
  it("shows every number in a cell of its own, with names, shapes and signs", () => {
    const figure = matrixFigure([[x, "+", b]], { title: "Sum" });
    expect(textsOf(figure)).toEqual([
      '<b>x</b><br><span style="font-size:11px">(2, 2)</span>',
      ...["1", "2", "3", "4"],
      "<b>+</b>",
      '<b>b</b><br><span style="font-size:11px">(2,)</span>',
      ...["0.5", "−1"],
    ]);
    expect(cellsOf(figure).map(({ fillcolor }) => fillcolor)).toEqual([...Array(4).fill(TONES.forward.fill), ...Array(2).fill(TONES.parameter.fill)]);
    expect(figure.data[0].text).toEqual(["x[0, 0] = 1", "x[0, 1] = 2", "x[1, 0] = 3", "x[1, 1] = 4", "b[0, 0] = 0.5", "b[0, 1] = −1"]);
    expect(figure.layout.title).toEqual({ text: "Sum" });
  });

  it("lets no cell touch another matrix", () => {
    const cells = cellsOf(matrixFigure([[x, "+", b], ["max(0,", b, ")"]]));
    const touching = cells.flatMap((a, i) => cells.slice(i + 1).filter((c) => a.x0 < c.x1 && c.x0 < a.x1 && a.y0 < c.y1 && c.y0 < a.y1));
    expect(touching).toEqual([]);
    expect(Math.max(...cells.slice(0, 6).map(({ y1 }) => y1))).toBeLessThan(cells[6].y0);
  });

  it("keeps a small equation in the middle of a sheet with room for a title", () => {
    const figure = matrixFigure([[x]]);
    const cells = cellsOf(figure);
    expect(figure.layout.width).toBe(520 + 20);
    expect((cells[0].x0 + cells[1].x1) / 2).toBe(260);
  });

  it("centres a row beside a matrix of more rows", () => {
    const cells = cellsOf(matrixFigure([[x, "+", b]]));
    expect(cells[4].y0 + cells[4].y1).toBe(cells[0].y0 + cells[2].y1);
  });

  it("greys the cells that are of no account", () => {
    const figure = matrixFigure([[{ ...x, muted: (row, column) => row === 1 && column === 0 }]]);
    expect(cellsOf(figure).map(({ fillcolor }) => fillcolor === TONES.muted.fill)).toEqual([false, false, true, false]);
  });

  it("refuses to draw nothing, and what is no matrix", () => {
    expect(() => matrixFigure([])).toThrow(new RangeError("matrixFigure: expected at least one equation, got none"));
    const message = (shape: string) => new RangeError(`matrixFigure: expected k to be a vector or a matrix with elements, got shape ${shape}`);
    expect(() => matrixFigure([[{ name: "k", values: zeros([2, 2, 2]) }]])).toThrow(message("(2, 2, 2)"));
    expect(() => matrixFigure([[{ name: "k", values: zeros([2, 0]) }]])).toThrow(message("(2, 0)"));
  });
});
