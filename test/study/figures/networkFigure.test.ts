import { describe, expect, it } from "vitest";
import { array, zeros } from "../../../src/index.js";
import { networkFigure } from "../../../src/study/index.js";

interface Shape { type: string; x0: number; x1: number; line: { dash?: string; width: number } }
const shapesOf = (figure: ReturnType<typeof networkFigure>, type: string) =>
  (figure.layout.shapes as Shape[]).filter((shape) => shape.type === type);
const textsOf = (figure: ReturnType<typeof networkFigure>) =>
  (figure.layout.annotations as { text: string }[]).map(({ text }) => text);

describe("networkFigure", () => {
  it("draws inputs as squares, neurons as circles, and a line for each weight", () => {
    const figure = networkFigure([3, 4, 2]);
    expect(shapesOf(figure, "rect")).toHaveLength(3);
    expect(shapesOf(figure, "circle")).toHaveLength(4 + 2);
    expect(shapesOf(figure, "line")).toHaveLength(3 * 4 + 4 * 2);
    expect(textsOf(figure)).toEqual(["<b>input</b><br>3", "<b>hidden</b><br>4", "<b>output</b><br>2"]);
  });

  it("draws lines only from one layer to the next", () => {
    const figure = networkFigure([2, 2, 2, 2]);
    const columns = [80, 80 + 520 / 3, 80 + (2 * 520) / 3, 600];
    for (const { x0, x1 } of shapesOf(figure, "line")) {
      const layer = columns.findIndex((x) => Math.abs(x - x0) < 1e-9);
      expect(x1).toBeCloseTo(columns[layer + 1], 9);
    }
    expect(textsOf(figure)).toEqual(["<b>input</b><br>2", "<b>hidden 1</b><br>2", "<b>hidden 2</b><br>2", "<b>output</b><br>2"]);
  });

  it("shortens layers of more than eight neurons to three, dots, and two", () => {
    const figure = networkFigure([8, 9]);
    expect(shapesOf(figure, "rect")).toHaveLength(8);
    expect(shapesOf(figure, "circle")).toHaveLength(5);
    expect(shapesOf(figure, "line")).toHaveLength(8 * 5);
    expect(textsOf(figure)).toEqual(["•<br>•<br>•", "<b>input</b><br>8", "<b>output</b><br>9"]);
    const outputs = (figure.data[0].text as string[]).filter((text) => text.startsWith("output"));
    expect(outputs).toEqual(["output 0", "output 1", "output 2", "output 7", "output 8"]);
  });

  it("shows values in the neurons, and weights by width, dash and words", () => {
    const figure = networkFigure([1, 3], { layerNames: ["in", "out"], values: [[2], [1, -0.125, 0]], weights: [array([[2, -1, 0]])] });
    expect(textsOf(figure)).toEqual(["2", "1", "−0.12", "0", "<b>in</b><br>1", "<b>out</b><br>3"]);
    expect(shapesOf(figure, "line").map(({ line }) => [line.width, line.dash])).toEqual([[5, "solid"], [2.5, "dash"], [1, "dot"]]);
    expect(figure.data[0].text).toEqual(["0 → 0: 2", "0 → 1: −1", "0 → 2: 0", "in 0: 2", "out 0: 1", "out 1: −0.125", "out 2: 0"]);
  });

  it("draws weights that are all 0", () => {
    const figure = networkFigure([1, 1], { weights: [zeros([1, 1])] });
    expect(shapesOf(figure, "line")[0].line).toMatchObject({ dash: "dot", width: 1 });
  });

  it.each<[string, () => unknown, string]>([
    ["one layer", () => networkFigure([3]), "networkFigure: expected sizes of two layers or more, got 1"],
    ["an empty layer", () => networkFigure([3, 0]), "networkFigure: expected every layer to have a whole number of neurons, 1 or more, got 0"],
    ["half a neuron", () => networkFigure([2.5, 1]), "networkFigure: expected every layer to have a whole number of neurons, 1 or more, got 2.5"],
    ["names", () => networkFigure([3, 2], { layerNames: ["in"] }), "networkFigure: expected 2 layerNames, got 1"],
    ["values", () => networkFigure([3, 2], { values: [[1, 2, 3], [1]] }), "networkFigure: expected values for layers of 3, 2 neurons, got 3, 1"],
    ["too few weights", () => networkFigure([3, 2], { weights: [] }), "networkFigure: expected 1 arrays of weights, got 0"],
    ["weights", () => networkFigure([3, 2], { weights: [zeros([2, 3])] }), "networkFigure: expected weights[0] to have shape (3, 2), got (2, 3)"],
  ])("refuses sizes or %s that do not fit", (_, call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
