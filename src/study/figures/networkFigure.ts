/** A network as it is usually drawn: a column of neurons for each layer, a line for each weight. */
import type { NDArray } from "../../numeric/array/ndarray.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { box, diagram, label, line, type Mark, type Point } from "./diagram.js";
import type { Figure, FigureOptions } from "./figure.js";
import { shortNumber } from "./shortNumber.js";

export interface NetworkFigureOptions extends FigureOptions {
  /** one for each layer; default input, hidden (numbered if there are several) and output */
  readonly layerNames?: readonly string[];
  /** numbers to write into the neurons, one list for each layer */
  readonly values?: readonly (readonly number[])[];
  /**
   * (sizes[k], sizes[k + 1]) for each pair of layers: a line is as wide as its weight is large,
   * dashed where it is negative, dotted where it is 0
   */
  readonly weights?: readonly NDArray[];
}

const SHEET_WIDTH = 680;
const EDGE = 80;
const ROW = 54;
const NEURON = 40;
const CAPTION = 46;
/** Layers of more neurons are drawn as the first three, dots, and the last two. */
const MAX_NEURONS = 8;
const MAX_LINE_WIDTH = 5;
/** Of a weight below, at and above 0. */
const SIGN_LOOKS = [{ tone: "backward", dash: "dash" }, { tone: "muted", dash: "dot" }, { tone: "forward", dash: "solid" }] as const;

/**
 * Draws the layers of a network side by side; lines lead only from one layer to the next.
 *
 * @param sizes neurons in each layer, the input first; two layers or more
 * @throws {RangeError} if there are fewer than two layers or one has no neuron, or if names,
 * values or weights do not fit the sizes
 * @example
 * const { layout } = networkFigure([3, 4, 2]);
 * layout.annotations.map(({ text }) => text) // [ '<b>input</b><br>3', '<b>hidden</b><br>4', '<b>output</b><br>2' ]
 */
export function networkFigure(sizes: readonly number[], options: NetworkFigureOptions = {}): Figure {
  const { layerNames = defaultNames(sizes.length), values, weights } = options;
  checkSizes(sizes, layerNames, values, weights);
  const columns = sizes.map(visibleNeurons);
  const height = Math.max(...columns.map(({ length }) => length)) * ROW;
  const at = (layer: number, slot: number): Point => [
    EDGE + (layer * (SHEET_WIDTH - 2 * EDGE)) / (sizes.length - 1),
    height / 2 + (slot - (columns[layer].length - 1) / 2) * ROW,
  ];
  const marks = [
    ...sizes.slice(1).flatMap((_, k) => weightLines(k, columns, at, weights?.[k])),
    ...columns.flatMap((column, layer) => column.flatMap((neuron, slot) => {
      if (neuron === null) return [label(at(layer, slot), "•<br>•<br>•", { size: 11, ground: true })];
      return neuronMarks(at(layer, slot), layer, sizes.length, `${layerNames[layer]} ${neuron}`, values?.[layer]?.[neuron]);
    })),
    ...sizes.map((size, layer) => label([at(layer, 0)[0], height + 6], `<b>${layerNames[layer]}</b><br>${size}`, { yanchor: "top" })),
  ];
  return diagram([SHEET_WIDTH, height + CAPTION], marks, options);
}

function defaultNames(count: number): string[] {
  return Array.from({ length: count }, (_, layer) => {
    if (layer === 0) return "input";
    if (layer === count - 1) return "output";
    return count === 3 ? "hidden" : `hidden ${layer}`;
  });
}

/** The neurons to draw, by number; null stands for all those left out. */
function visibleNeurons(size: number): (number | null)[] {
  const all = Array.from({ length: Math.min(size, MAX_NEURONS) }, (_, i) => i);
  return size <= MAX_NEURONS ? all : [0, 1, 2, null, size - 2, size - 1];
}

/** Input values are squares: they are given, not computed, and do not count as a layer. */
function neuronMarks(at: Point, layer: number, layers: number, name: string, value: number | undefined): Mark[] {
  const tone = layer === 0 ? "muted" : layer === layers - 1 ? "backward" : "forward";
  const form = layer === 0 ? "rect" : "circle";
  const hover = value === undefined ? name : `${name}: ${shortNumber(value, 4)}`;
  const neuron = box(at, [NEURON, NEURON], { tone, form, hover });
  return value === undefined ? [neuron] : [neuron, label(at, shortNumber(value), { size: 12 })];
}

function weightLines(
  k: number,
  columns: readonly (readonly (number | null)[])[],
  at: (layer: number, slot: number) => Point,
  weights: NDArray | undefined,
): Mark[] {
  const largest = weights?.abs().max() || 1;
  return columns[k].flatMap((i, from) => columns[k + 1].flatMap((j, to) => {
    if (i === null || j === null) return [];
    const ends = [at(k, from), at(k + 1, to)] as const;
    if (weights === undefined) return [line(...ends, { tone: "muted", width: 1 })];
    const weight = weights.get(i, j);
    const width = Math.max(1, (MAX_LINE_WIDTH * Math.abs(weight)) / largest);
    return [line(...ends, { ...SIGN_LOOKS[Math.sign(weight) + 1], width, hover: `${i} → ${j}: ${shortNumber(weight, 4)}` })];
  }));
}

function checkSizes(
  sizes: readonly number[],
  names: readonly string[],
  values: NetworkFigureOptions["values"],
  weights: NetworkFigureOptions["weights"],
): void {
  if (sizes.length < 2) throw new RangeError(`networkFigure: expected sizes of two layers or more, got ${sizes.length}`);
  const empty = sizes.find((size) => !(Number.isSafeInteger(size) && size >= 1));
  if (empty !== undefined) throw new RangeError(`networkFigure: expected every layer to have a whole number of neurons, 1 or more, got ${empty}`);
  if (names.length !== sizes.length) throw new RangeError(`networkFigure: expected ${sizes.length} layerNames, got ${names.length}`);
  const counts = values?.map(({ length }) => length);
  if (counts !== undefined && counts.join() !== sizes.join()) {
    throw new RangeError(`networkFigure: expected values for layers of ${sizes.join(", ")} neurons, got ${counts.join(", ")}`);
  }
  if (weights !== undefined && weights.length !== sizes.length - 1) {
    throw new RangeError(`networkFigure: expected ${sizes.length - 1} arrays of weights, got ${weights.length}`);
  }
  weights?.forEach((layer, k) => checkArray("networkFigure", `weights[${k}]`, layer, [sizes[k], sizes[k + 1]]));
}
