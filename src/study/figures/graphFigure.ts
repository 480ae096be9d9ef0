/** Computational graphs: operations as boxes, values on their way forward, gradients on their way back. */
import { NDArray } from "../../numeric/array/ndarray.js";
import { arrow, box, diagram, label, type Mark, type Point, type Size, type Tone } from "./diagram.js";
import type { Figure, FigureOptions } from "./figure.js";
import { shortArray, shortNumber } from "./shortNumber.js";

/** A box of a computational graph. */
export interface GraphNode {
  /** written into the box */
  readonly text: string;
  /** column and row, from 0; halves are fine */
  readonly at: readonly [column: number, row: number];
  /** default an operation; a result is what comes out in the end */
  readonly kind?: "operation" | "input" | "parameter" | "result";
}

/**
 * A line from one node to another, by their names, with the value that flows along it and the
 * gradient that flows back; null is a value that goes without saying.
 */
export type GraphEdge = readonly [
  from: string,
  to: string,
  value?: NDArray | number | null,
  gradient?: NDArray | number,
];

/** A computational graph: boxes by name, and what flows between them. */
export interface Graph {
  readonly nodes: Readonly<Record<string, GraphNode>>;
  readonly edges: readonly GraphEdge[];
}

export interface GraphFigureOptions extends FigureOptions {
  /** pixels of a column and of a row; default 130 and 80 */
  readonly grid?: Size;
  /** at most so many decimals, default 2 */
  readonly decimals?: number;
}

const NODE_HEIGHT = 34;
/** Half the distance between the arrow forward and the arrow back. */
const LANE = 4;
const EDGE = 60;
const LINE_HEIGHT = 16;
const KINDS: Readonly<Record<NonNullable<GraphNode["kind"]>, Tone>> = {
  operation: "plain",
  input: "muted",
  parameter: "parameter",
  result: "forward",
};

/**
 * Draws a graph: along each edge the value in blue with an arrow forward, and the gradient in
 * vermilion with an arrow back; values stand above or to the left, gradients below or to the right.
 *
 * @throws {RangeError} if there is no node, or an edge leads from or to a node that is not there
 * @example
 * const nodes = { x: { text: "x", at: [0, 0], kind: "input" }, square: { text: "x²", at: [1, 0] } };
 * const { layout } = graphFigure({ nodes, edges: [["x", "square", 3, 6]] });
 * layout.annotations.map(({ text }) => text) // [ '', '', '3', '6', '<b>x</b>', '<b>x²</b>' ]
 */
export function graphFigure({ nodes, edges }: Graph, options: GraphFigureOptions = {}): Figure {
  const { grid = [130, 80], decimals = 2 } = options;
  const places = Object.values(nodes).map(({ at }) => at);
  if (places.length === 0) throw new RangeError("graphFigure: expected a graph with nodes, got none");
  const node = (name: string): GraphNode => {
    const found = nodes[name];
    if (found === undefined) throw new RangeError(`graphFigure: expected edges between ${Object.keys(nodes).join(", ")}, got ${name}`);
    return found;
  };
  const joined = edges.map((edge) => ({ edge, from: node(edge[0]), to: node(edge[1]) }));
  const [columns, rows] = [Math.max(...places.map(([column]) => column)), Math.max(...places.map(([, row]) => row))];
  const along = (row: number) => joined.filter(({ from, to }) => from.at[1] === row && to.at[1] === row).map(({ edge }) => edge);
  const above = labelRoom(along(0).map(([, , value]) => value));
  const below = labelRoom(along(rows).map(([, , , gradient]) => gradient));
  const at = ([column, row]: GraphNode["at"]): Point => [EDGE + column * grid[0], above + row * grid[1]];
  const marks = [
    ...joined.flatMap(({ edge, from, to }) => edgeMarks(edge, ends(from, to, at), decimals)),
    ...Object.values(nodes).flatMap((each) => nodeMarks(each, at(each.at))),
  ];
  return diagram([2 * EDGE + columns * grid[0], above + rows * grid[1] + below], marks, options);
}

/** Pixels from a row of nodes to the sheet's edge, with what is written along the row between them. */
function labelRoom(labels: readonly (NDArray | number | null | undefined)[]): number {
  const lines = labels.map((each) => (each instanceof NDArray && each.ndim === 2 ? each.shape[0] : 1));
  return Math.max(NODE_HEIGHT, ...lines.map((count) => count * LINE_HEIGHT + 2 * LANE));
}

function nodeSize({ text, kind = "operation" }: GraphNode): Size {
  const letters = text.replace(/<[^>]*>/g, "").length;
  return [Math.max(kind === "operation" ? NODE_HEIGHT : 30, 8 * letters + 16), NODE_HEIGHT];
}

function nodeMarks(node: GraphNode, at: Point): Mark[] {
  const { kind = "operation", text } = node;
  const size = nodeSize(node);
  const form = kind === "operation" && size[0] === size[1] ? "circle" : "rect";
  return [box(at, size, { tone: KINDS[kind], form, hover: text }), label(at, `<b>${text}</b>`)];
}

/** Where the line between two nodes leaves the first box and meets the second. */
function ends(from: GraphNode, to: GraphNode, at: (place: GraphNode["at"]) => Point): [Point, Point] {
  const [a, b] = [at(from.at), at(to.at)];
  return [boundary(a, b, nodeSize(from)), boundary(b, a, nodeSize(to))];
}

function boundary([x, y]: Point, [otherX, otherY]: Point, [width, height]: Size): Point {
  const [dx, dy] = [otherX - x, otherY - y];
  const share = Math.min(1, (width / 2 + 3) / Math.abs(dx), (height / 2 + 3) / Math.abs(dy));
  return [x + share * dx, y + share * dy];
}

function edgeMarks([, , value, gradient]: GraphEdge, [from, to]: [Point, Point], decimals: number): Mark[] {
  const text = (number: NDArray | number) => (number instanceof NDArray ? shortArray(number, decimals) : shortNumber(number, decimals));
  const across = acrossEdge(from, to);
  const beside = ([x, y]: Point, pixels: number): Point => [x + pixels * across[0], y + pixels * across[1]];
  const lane = gradient === undefined ? 0 : LANE;
  const marks = [arrow(beside(from, -lane), beside(to, -lane), { tone: "forward" })];
  if (gradient !== undefined) marks.push(arrow(beside(to, lane), beside(from, lane), { tone: "backward" }));
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  if (value !== undefined && value !== null) marks.push(sideLabel(beside(middle, -lane - 4), across, -1, text(value)));
  if (gradient !== undefined) marks.push(sideLabel(beside(middle, lane + 4), across, 1, text(gradient)));
  return marks;
}

/** One pixel across an edge, downwards or, of a steep edge, to the right. */
function acrossEdge([x0, y0]: Point, [x1, y1]: Point): Point {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const sign = Math.abs(dy) > Math.abs(dx) ? -Math.sign(dy) : Math.sign(dx);
  const length = Math.hypot(dx, dy);
  return [(-sign * dy) / length, (sign * dx) / length];
}

/** Of an edge that rises less than this, words stand above or below its middle, not to a side. */
const SLANT = 0.2;

/** Words beside an edge, on the side -1 for values or 1 for gradients, touching it with one corner at most. */
function sideLabel(at: Point, [acrossX, acrossY]: Point, side: -1 | 1, text: string): Mark {
  const [right, down] = [side * acrossX, side * acrossY];
  return label(at, text, {
    tone: side < 0 ? "forward" : "backward",
    size: 12,
    xanchor: Math.abs(right) < SLANT ? "center" : right > 0 ? "left" : "right",
    yanchor: Math.abs(down) < SLANT ? "middle" : down > 0 ? "top" : "bottom",
  });
}
