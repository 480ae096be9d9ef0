import { describe, expect, it } from "vitest";
import { TONES } from "../../../src/study/figures/diagram.js";
import { array, type NDArray, zeros } from "../../../src/index.js";
import { type Figure, type Graph, graphFigure } from "../../../src/study/index.js";

interface Annotation { text: string; x: number; y: number; ax: number; ay: number; arrowcolor: string; showarrow: boolean; font: { color: string }; xanchor: string; yanchor: string }
const annotationsOf = ({ layout }: Figure) => layout.annotations as Annotation[];
const arrowsOf = (figure: Figure) => annotationsOf(figure).filter(({ showarrow }) => showarrow);
const wordsOf = (figure: Figure) => annotationsOf(figure).filter(({ showarrow }) => !showarrow);

const graph = (to: readonly [number, number], ...flow: [value?: NDArray | number | null, gradient?: NDArray | number]): Graph => ({
  nodes: { a: { text: "a", at: [1, 1], kind: "input" }, f: { text: "f", at: to } },
  edges: [["a", "f", ...flow]],
});

describe("graphFigure", () => {
  it("draws one arrow forward where nothing flows back", () => {
    const figure = graphFigure(graph([2, 1], 3));
    expect(arrowsOf(figure)).toEqual([expect.objectContaining({ ax: 60 + 130 + 18, ay: 34 + 80, x: 60 + 260 - 20, y: 34 + 80, arrowcolor: TONES.forward.line })]);
    expect(wordsOf(figure).map(({ text }) => text)).toEqual(["3", "<b>a</b>", "<b>f</b>"]);
  });

  it.each([
    ["right", [2, 1], [0, -1]],
    ["left", [0, 1], [0, -1]],
    ["down", [1, 2], [-1, 0]],
    ["up", [1, 0], [-1, 0]],
  ] as const)("has values above or left and gradients on the other side, of an edge that leads %s", (_, to, [right, down]) => {
    const figure = graphFigure(graph(to, 3, -0.5));
    const [forward, back] = arrowsOf(figure);
    const [value, gradient] = wordsOf(figure);
    expect([forward!.arrowcolor, back!.arrowcolor]).toEqual([TONES.forward.line, TONES.backward.line]);
    expect([back!.x - back!.ax, back!.y - back!.ay]).toEqual([forward!.ax - forward!.x, forward!.ay - forward!.y]);
    expect([forward!.x - back!.ax, forward!.y - back!.ay]).toEqual([8 * right || 0, 8 * down || 0]);
    expect([value!.text, value!.font.color]).toEqual(["3", TONES.forward.line]);
    expect([gradient!.text, gradient!.font.color]).toEqual(["−0.5", TONES.backward.line]);
    expect([value!.x - gradient!.x, value!.y - gradient!.y]).toEqual([16 * right || 0, 16 * down || 0]);
    expect([value!.xanchor, value!.yanchor]).toEqual(down === 0 ? ["right", "middle"] : ["center", "bottom"]);
  });

  it("lets words touch a slanting edge with a corner only", () => {
    const [value, gradient] = wordsOf(graphFigure(graph([2, 2], 3, 1)));
    expect([value!.xanchor, value!.yanchor]).toEqual(["left", "bottom"]);
    expect([gradient!.xanchor, gradient!.yanchor]).toEqual(["right", "top"]);
  });

  it("writes arrays row by row, with as many decimals as it is told", () => {
    const figure = graphFigure(graph([2, 1], array([[1, 2], [3, 0.126]]), array([1 / 3])), { decimals: 1 });
    expect(wordsOf(figure).slice(0, 2).map(({ text }) => text)).toEqual(["[1, 2]<br>[3, 0.1]", "[0.3]"]);
  });

  it("draws the arrow of a value that goes without saying", () => {
    const figure = graphFigure(graph([2, 1], null, 2));
    expect(arrowsOf(figure)).toHaveLength(2);
    expect(wordsOf(figure).map(({ text }) => text)).toEqual(["2", "<b>a</b>", "<b>f</b>"]);
  });

  it("leaves room for matrices above its first row and below its last", () => {
    const row: Graph = {
      nodes: { a: { text: "a", at: [0, 0] }, f: { text: "f", at: [1, 0] } },
      edges: [["a", "f", zeros([3, 1]), zeros([5, 1])]],
    };
    expect(graphFigure(row).layout.height).toBe(3 * 16 + 8 + 5 * 16 + 8 + 20);
  });

  it("is as large as its grid asks for", () => {
    const { layout } = graphFigure(graph([2, 3]), { grid: [100, 50] });
    expect([layout.width, layout.height]).toEqual([2 * 100 + 2 * 60 + 20, 3 * 50 + 2 * 34 + 20]);
  });

  it("refuses an empty graph, and an edge to nowhere", () => {
    expect(() => graphFigure({ nodes: {}, edges: [] })).toThrow(new RangeError("graphFigure: expected a graph with nodes, got none"));
    const { nodes } = graph([2, 1]);
    expect(() => graphFigure({ nodes, edges: [["a", "g"]] })).toThrow(new RangeError("graphFigure: expected edges between a, f, got g"));
  });
});
