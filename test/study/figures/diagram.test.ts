import { describe, expect, it } from "vitest";
import { arrow, box, diagram, label, line, TONES } from "../../../src/study/figures/diagram.js";

describe("marks", () => {
  it("puts a box around its middle", () => {
    expect(box([50, 30], [40, 20], { tone: "forward", form: "circle" })).toEqual({
      shape: {
        type: "circle",
        layer: "below",
        ...{ x0: 30, x1: 70, y0: 20, y1: 40 },
        fillcolor: TONES.forward.fill,
        line: { color: TONES.forward.line, width: 1.5 },
      },
    });
    expect(box([50, 30], [40, 20], { hover: "w" }).hover).toEqual({ at: [50, 30], text: "w" });
  });

  it("draws an arrow from its tail to its head", () => {
    expect(arrow([1, 2], [3, 4], { tone: "backward" }).annotation).toMatchObject({
      ...{ ax: 1, ay: 2, x: 3, y: 4, axref: "x", ayref: "y" },
      ...{ showarrow: true, text: "", arrowcolor: TONES.backward.line },
    });
  });

  it("tells of a line nearer to where it begins", () => {
    const { shape, hover } = line([0, 100], [10, 200], { dash: "dash", hover: "w" });
    expect(shape).toMatchObject({ type: "line", x0: 0, y0: 100, x1: 10, y1: 200, line: { dash: "dash", width: 1.5 } });
    expect(hover).toEqual({ at: [3, 130], text: "w" });
  });

  it("paints the ground behind words on request", () => {
    expect(label([1, 2], "x").annotation).not.toHaveProperty("bgcolor");
    expect(label([1, 2], "x", { ground: true }).annotation).toMatchObject({ text: "x", x: 1, y: 2, bgcolor: "#FFFFFF" });
  });
});

describe("diagram", () => {
  const marks = [box([10, 10], [4, 4], { hover: "here" }), label([10, 10], "x"), line([0, 0], [1, 1])];

  it("is a sheet of pixels with the origin at the top left", () => {
    const { data, layout } = diagram([300, 200], marks);
    expect(layout).toMatchObject({
      ...{ width: 320, height: 220 },
      margin: { l: 10, r: 10, t: 10, b: 10 },
      xaxis: { visible: false, range: [0, 300] },
      yaxis: { visible: false, range: [200, 0] },
    });
    expect((layout.shapes as object[]).length).toBe(2);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["x"]);
    expect(data).toEqual([expect.objectContaining({ x: [10], y: [10], text: ["here"], hoverinfo: "text", marker: { opacity: 0, size: 20 } })]);
  });

  it("makes room for a title, and more for a note", () => {
    expect(diagram([300, 200], marks, { title: "A" }).layout).toMatchObject({ title: { text: "A" }, height: 260, margin: { t: 50 } });
    expect(diagram([300, 200], marks, { title: "A", note: "b" }).layout).toMatchObject({ height: 280, margin: { t: 70 } });
  });
});
