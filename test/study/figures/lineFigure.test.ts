import { describe, expect, it } from "vitest";
import { lineFigure } from "../../../src/study/index.js";

const line = (name: string, y: number[]) => ({ name, x: y.map((_, i) => i + 1), y });

describe("lineFigure", () => {
  it("draws lines with markers, or without, and error bars where there are any", () => {
    const { data, layout } = lineFigure(
      [{ lines: [{ ...line("a", [3, 4]), error: [0.1, 0.2] }, { ...line("b", [5, 6]), markers: false }] }],
      { title: "T", note: "synthetic", xTitle: "steps", yTitle: "share" },
    );
    expect(data.map(({ name, mode, x, y, error_y }) => [name, mode, x, y, error_y])).toEqual([
      ["a", "lines+markers", [1, 2], [3, 4], { type: "data", array: [0.1, 0.2], thickness: 1.5, width: 4 }],
      ["b", "lines", [1, 2], [5, 6], undefined],
    ]);
    expect(layout).toMatchObject({
      title: { text: "T<br><sub>synthetic</sub>" },
      xaxis: { type: "linear", title: { text: "steps" } },
      yaxis: { type: "linear", title: { text: "share" } },
      annotations: [],
    });
  });

  it("gives a name one look and one place in the legend over all panels", () => {
    const { data, layout } = lineFigure([
      { caption: "left", lines: [line("a", [1]), line("b", [2])] },
      { caption: "right", lines: [line("b", [3]), line("c", [4])] },
    ]);
    expect(data.map(({ name, showlegend, xaxis, yaxis }) => [name, showlegend, xaxis, yaxis])).toEqual([
      ["a", true, "x", "y"],
      ["b", true, "x", "y"],
      ["b", false, "x2", "y2"],
      ["c", true, "x2", "y2"],
    ]);
    expect([data[2].line, data[2].marker]).toEqual([data[1].line, data[1].marker]);
    expect(data[3].line).not.toEqual(data[0].line);
    expect(layout.grid).toMatchObject({ rows: 1, columns: 2, pattern: "independent" });
    expect((layout.annotations as object[])[1]).toMatchObject({ text: "right", xref: "x2 domain", yref: "y2 domain" });
  });

  it("shares the y axis between panels unless told not to", () => {
    const panels = [{ lines: [line("a", [1])] }, { lines: [line("a", [2])] }];
    expect(lineFigure(panels).layout.yaxis2).toMatchObject({ matches: "y", showticklabels: false });
    expect(lineFigure(panels, { sameScale: false }).layout.yaxis2).not.toHaveProperty("matches");
  });

  it("labels logarithmic axes at whole powers, at fewer where there are many, and takes limits in their own unit", () => {
    const few = lineFigure([{ lines: [line("a", [1e-3, 1])] }], { yType: "log", yRange: [1e-4, 10] }).layout;
    expect(few.yaxis).toMatchObject({ type: "log", dtick: 1, range: [-4, 1] });
    const many = lineFigure([{ lines: [line("a", [1e-18, 0, 1e9])] }], { yType: "log" }).layout;
    expect(many.yaxis).toMatchObject({ dtick: 4, exponentformat: "power" });
    expect(many.xaxis).not.toHaveProperty("dtick");
    expect(lineFigure([{ lines: [line("a", [1])] }], { yRange: [0, 1] }).layout.yaxis).toMatchObject({ range: [0, 1] });
  });

  it("refuses a line whose parts differ in length", () => {
    expect(() => lineFigure([{ lines: [{ name: "a", x: [1], y: [1, 2] }] }])).toThrow(
      new RangeError('lineFigure: expected x of "a" to have the 2 elements of y, got 1'),
    );
    expect(() => lineFigure([{ lines: [{ ...line("a", [1, 2]), error: [1] }] }])).toThrow(
      new RangeError('lineFigure: expected error of "a" to have the 2 elements of y, got 1'),
    );
  });
});
