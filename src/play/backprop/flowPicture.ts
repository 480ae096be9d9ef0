/** Layers as a graph from top to bottom: values to the left of the way, gradients to its right, parameters beside their layer. */
import { arrow, box, ground, sheet, text, type Tone } from "./drawing.js";
import { element, isAsked, isUsed, type Scene, seen, shapeOf } from "./scene.js";

/** A node, the array that leaves it downwards, and the arrays beside it. */
interface Node {
  readonly text: string;
  readonly leaves?: readonly [value: string, gradient?: string];
  readonly left?: readonly [value: string, gradient?: string];
  readonly right?: readonly [value: string, gradient?: string];
  /** Stations at this node. */
  readonly lit: readonly string[];
}

const AFFINE: readonly Node[] = [
  { text: "x", leaves: ["x", "dx"], lit: [] },
  { text: "affine", left: ["w", "dw"], right: ["b", "db"], leaves: ["out", "dout"], lit: ["out", "dw", "dx", "db"] },
  { text: "out", lit: [] },
];

const TWO_LAYERS: readonly Node[] = [
  { text: "x", leaves: ["x", "dx"], lit: [] },
  { text: "affine", left: ["W₁", "dW₁"], right: ["b₁", "db₁"], leaves: ["a", "da"], lit: ["a", "dW₁", "db₁", "dx"] },
  { text: "ReLU", leaves: ["h", "dh"], lit: ["h", "da"] },
  { text: "affine", left: ["W₂", "dW₂"], right: ["b₂", "db₂"], leaves: ["s", "ds"], lit: ["s", "dW₂", "db₂", "dh"] },
  { text: "softmax", leaves: ["p"], lit: ["p", "ds"] },
  { text: "loss", left: ["reg"], right: ["y"], leaves: ["L"], lit: ["L", "ds"] },
];

const WIDTH = 446;
const MIDDLE = 226;
const [NODE_WIDTH, NODE_HEIGHT] = [64, 28];
const [ROW, COLUMN] = [13, 34];
/** Between a node and the numbers below or above it. */
const GAP = 6;

export function flowPicture(scene: Scene, label: string): string {
  const nodes = scene.example.name === "affine" ? AFFINE : TWO_LAYERS;
  const marks: string[] = [];
  let y = 18;
  for (const { text: name, lit, left, right, leaves } of nodes) {
    const isLit = lit.includes(scene.example.stations[scene.at].name);
    if (left) marks.push(...beside(scene, left, y, -1));
    if (right) marks.push(...beside(scene, right, y, 1));
    marks.push(box(MIDDLE, y, NODE_WIDTH, NODE_HEIGHT, { lit: isLit }), text(MIDDLE, y, name, { size: 13, bold: isLit }));
    if (!leaves) continue;
    const step = NODE_HEIGHT + (shapeOf(scene, leaves[0])![0] + 1) * ROW + 2 * GAP;
    marks.push(arrow([MIDDLE, y + NODE_HEIGHT / 2], [MIDDLE, y + step - NODE_HEIGHT / 2]));
    marks.push(matrix(scene, leaves[0], MIDDLE - 10, y + step / 2, "end", "forward"));
    if (leaves[1]) marks.push(matrix(scene, leaves[1], MIDDLE + 10, y + step / 2, "start", "backward"));
    y += step;
  }
  return sheet(WIDTH, y + (nodes.at(-1)!.leaves ? -4 : 18), label, marks);
}

/** A parameter and its gradient below it, or the label, with an arrow to the layer. */
function beside(scene: Scene, [value, gradient]: readonly [string, string?], y: number, side: -1 | 1): string[] {
  const [x, anchor] = side < 0 ? [6, "start" as const] : [WIDTH - 6, "end" as const];
  const [rows, columns] = shapeOf(scene, value)!;
  const half = ((rows + 1) * ROW) / 2 + 3;
  const from = x - side * (Math.max(columns * COLUMN, MIN_WIDTH) + 8);
  return [
    arrow([from, y], [MIDDLE + (side * NODE_WIDTH) / 2, y]),
    matrix(scene, value, x, gradient ? y - half : y, anchor, gradient ? "parameter" : "forward"),
    ...(gradient ? [matrix(scene, gradient, x, y + half, anchor, "backward")] : []),
  ];
}

const MIN_WIDTH = 34;

/** The name and below it the numbers of an array, around y; of what is not known yet, the name and a question mark. */
function matrix(scene: Scene, name: string, x: number, y: number, anchor: "start" | "end", tone: Tone): string {
  const [rows, columns] = shapeOf(scene, name)!;
  const isOpen = seen(scene, name) === null;
  const lines = isOpen ? 1 : rows + 1;
  const width = Math.max(isOpen ? 0 : columns * COLUMN, MIN_WIDTH);
  const [left, top] = [anchor === "start" ? x : x - width, y - (lines * ROW) / 2];
  const look = isAsked(scene, name) ? "asked" : isUsed(scene, name) ? "used" : null;
  const title = text(x, top + ROW / 2, isOpen ? `${name} ?` : name, { tone, anchor, bold: true, size: 12 });
  const numbers = isOpen ? [] : Array.from({ length: rows * columns }, (_, k) => {
    const [i, j] = [Math.floor(k / columns), k % columns];
    return text(left + width - (columns - 1 - j) * COLUMN, top + (i + 1.5) * ROW, element(scene, name, i, j), { tone, anchor: "end", size: 10.5 });
  });
  return [look ? ground(left - 4, top - 2, width + 8, lines * ROW + 4, look) : "", title, ...numbers].join("");
}
