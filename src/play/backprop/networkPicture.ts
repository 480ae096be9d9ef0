/** The layered network with one example in it: a column of neurons for each layer, a line for each weight. */
import { box, line, sheet, text, type Tone } from "./drawing.js";
import { element, isAsked, isUsed, type Scene, seen, shapeOf } from "./scene.js";

/** A column: what stands in its neurons, above and below them, and the biases that its sums have. */
interface Layer {
  readonly value: string;
  readonly above?: string;
  readonly below: readonly string[];
  readonly bias?: readonly [value: string, gradient: string];
  readonly title: string;
}

const LAYERS: readonly Layer[] = [
  { title: "x", value: "x", below: ["dx"] },
  { title: "h", value: "h", above: "a", below: ["dh", "da"], bias: ["b₁", "db₁"] },
  { title: "s", value: "s", above: "p", below: ["ds"], bias: ["b₂", "db₂"] },
];
/** Between one layer and the next. */
const WEIGHTS = [["W₁", "dW₁"], ["W₂", "dW₂"]] as const;
const WEIGHT_STATIONS = [["a", "dW₁", "dx"], ["s", "dW₂", "dh"]] as const;

const [WIDTH, HEIGHT] = [404, 318];
const COLUMNS = [40, 164, 288];
const LOSS: Point = [374, HEIGHT / 2];
const ROW = 98;
const NEURON = 40;

type Point = readonly [x: number, y: number];

export function networkPicture(scene: Scene, label: string): string {
  const sizes = LAYERS.map(({ value }) => shapeOf(scene, value)![1]);
  const at = (layer: number, neuron: number): Point => [COLUMNS[layer], HEIGHT / 2 + (neuron - (sizes[layer] - 1) / 2) * ROW];
  const marks = [
    ...WEIGHTS.flatMap((_, layer) => weightLines(scene, layer, sizes, at)),
    ...Array.from({ length: sizes[2] }, (_, c) => line(at(2, c), LOSS)),
    ...LAYERS.flatMap((layer, k) => Array.from({ length: sizes[k] }, (_, neuron) => neuronMarks(scene, layer, k, neuron, at(k, neuron)))),
    box(...LOSS, 50, 44, { lit: isAsked(scene, "L") }),
    text(LOSS[0], LOSS[1] - 8, "L", { size: 12 }),
    text(LOSS[0], LOSS[1] + 9, element(scene, "L", 0, 0), { size: 13, tone: "forward", bold: true }),
    text(LOSS[0], LOSS[1] + 38, `y = ${element(scene, "y", 0, 0)}`, { size: 12, tone: "forward" }),
  ];
  return sheet(WIDTH, HEIGHT, label, marks);
}

/** Lines as wide as their weights, dashed below 0; their numbers stand on them while they are used. */
function weightLines(scene: Scene, layer: number, sizes: readonly number[], at: (layer: number, neuron: number) => Point): string[] {
  const [name, gradient] = WEIGHTS[layer];
  const weights = seen(scene, name)!;
  const isGradient = isAsked(scene, gradient);
  const isLit = WEIGHT_STATIONS[layer].some((station) => isAsked(scene, station));
  const largest = weights.abs().max() || 1;
  const tone: Tone = isGradient ? "backward" : "parameter";
  const pairs = Array.from({ length: sizes[layer] * sizes[layer + 1] }, (_, k) => [Math.floor(k / sizes[layer + 1]), k % sizes[layer + 1]] as const);
  const lines = pairs.map(([i, j]) => {
    const weight = weights.get(i, j);
    return line(at(layer, i), at(layer + 1, j), { tone: isLit ? tone : "quiet", width: 0.8 + (2.4 * Math.abs(weight)) / largest, dash: weight < 0 });
  });
  if (!isLit) return lines;
  return [...lines, ...pairs.flatMap(([i, j]) => {
    const [from, to] = [at(layer, i), at(layer + 1, j)];
    const part = sizes[layer] < sizes[layer + 1] ? 0.64 : 0.36; // where the lines of that end are apart
    const [x, y] = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    const words = element(scene, isGradient ? gradient : name, i, j);
    const isCell = isGradient && scene.cell[0] === i && scene.cell[1] === j;
    return [box(x, y, 7 * Math.max(words.length, 2) + 4, 15, { tone, lit: isCell, corner: 4 }), text(x, y, words, { tone })];
  })];
}

function neuronMarks(scene: Scene, layer: Layer, k: number, neuron: number, [x, y]: Point): string {
  const isHere = (name: string) => isAsked(scene, name) && scene.cell[1] === neuron;
  const asked = [layer.value, layer.above, ...layer.below, ...(layer.bias ?? [])].some((name) => name !== undefined && isHere(name));
  const marks = [box(x, y, NEURON, NEURON, { lit: asked, corner: k === 0 ? 6 : NEURON / 2 }), text(x, y, element(scene, layer.value, 0, neuron), { size: 13, tone: "forward", bold: true })];
  const named = (name: string) => `${name} ${element(scene, name, 0, neuron)}`;
  if (layer.above) marks.push(text(x, y - 29, named(layer.above), { tone: "forward", bold: isHere(layer.above), over: true }));
  const below = layer.below.filter((name) => isAsked(scene, name) || seen(scene, name)).map((name) => [name, "backward"] as const);
  const bias = (layer.bias ?? []).filter((name, which) => (which === 0 ? isUsed(scene, name) : isAsked(scene, name))).map((name) => [name, name.startsWith("d") ? "backward" : "parameter"] as const);
  [...bias, ...below].forEach(([name, tone], row) => marks.push(text(x, y + 29 + 13 * row, named(name), { tone, bold: isHere(name), over: true })));
  if (neuron === 0) marks.push(text(x, 12, layer.title, { size: 12, bold: true, tone: "quiet" }));
  return marks.join("");
}
