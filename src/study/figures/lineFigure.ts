/** Lines over one or more panels: measurements by what was varied, with error bars where runs scatter. */
import { checkList } from "../../numeric/arguments/check.js";
import { axisSuffix, type Figure, type FigureOptions, panelAxes, panelCaption, titleOf } from "./figure.js";

/** One line of a panel. */
export interface Line {
  /** the same name has the same colour, dash and marker in every panel */
  readonly name: string;
  readonly x: readonly number[] | readonly string[];
  readonly y: readonly number[];
  /** half the height of each point's error bar; default none */
  readonly error?: readonly number[];
  /** draw markers, for lines of few points; default true */
  readonly markers?: boolean;
}

/** Lines that share their axes. */
export interface LinePanel {
  readonly caption?: string;
  readonly lines: readonly Line[];
}

export interface LineFigureOptions extends FigureOptions {
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** default "linear"; on a logarithmic axis, what is 0 or less is left out */
  readonly xType?: "linear" | "log" | "category";
  readonly yType?: "linear" | "log";
  /** axis limits, in the axis's own unit even where it is logarithmic; default from the data */
  readonly yRange?: readonly [low: number, high: number];
  /** whether panels share their y axis; default true */
  readonly sameScale?: boolean;
  readonly height?: number;
}

/**
 * Panels side by side, with one legend below; a click on a name hides its line in all of them.
 *
 * @param panels one or more
 * @throws {RangeError} if a line's x, y and error differ in length
 * @example
 * const lines = [{ name: "training", x: [1, 2], y: [2.3, 1.9] }];
 * lineFigure([{ lines }], { title: "Loss", xTitle: "epoch" }).data[0].name // "training"
 * lineFigure([{ lines: [{ name: "a", x: [1], y: [] }] }]) // RangeError: lineFigure: expected x of "a" to have the 0 elements of y, got 1
 */
export function lineFigure(panels: readonly LinePanel[], options: LineFigureOptions = {}): Figure {
  checkList("lineFigure", "panels", panels);
  for (const { lines } of panels) checkList("lineFigure", "a panel's lines", lines);
  const { title = "", note = "", height = 420, sameScale = true } = options;
  const names = [...new Set(panels.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  return {
    data: panels.flatMap(({ lines }, number) => lines.map((line) => trace(line, number, names, panels))),
    layout: {
      title: titleOf({ title, note }),
      grid: { rows: 1, columns: panels.length, pattern: "independent", xgap: sameScale ? 0.08 : 0.2 },
      legend: { orientation: "h", x: 0.5, xanchor: "center", y: -0.22, yanchor: "top" },
      height,
      annotations: panels.flatMap(({ caption }, number) => (caption === undefined ? [] : [panelCaption(caption, number)])),
      ...Object.assign({}, ...panels.map((_, number) => axes(number, panels, options))),
    },
  };
}

function trace(line: Line, number: number, names: readonly string[], panels: readonly LinePanel[]): Record<string, unknown> {
  const { name, x, y, error, markers = true } = line;
  for (const [part, values] of Object.entries({ x, error: error ?? x })) {
    if (values.length !== y.length) {
      throw new RangeError(`lineFigure: expected ${part} of "${name}" to have the ${y.length} elements of y, got ${values.length}`);
    }
  }
  const first = panels.findIndex(({ lines }) => lines.some((other) => other.name === name));
  return {
    type: "scatter",
    mode: markers ? "lines+markers" : "lines",
    name,
    legendgroup: name,
    showlegend: number === first,
    x: [...x],
    y: [...y],
    ...(error && { error_y: { type: "data", array: [...error], thickness: 1.5, width: 4 } }),
    ...panelAxes(number),
    ...lineStyle(names.indexOf(name)),
  };
}

function axes(number: number, panels: readonly LinePanel[], options: LineFigureOptions): Record<string, unknown> {
  const { xTitle = "", yTitle = "", xType = "linear", yType = "linear", yRange, sameScale = true } = options;
  const lines = panels.flatMap((panel) => panel.lines);
  const isShared = sameScale && number > 0;
  const limits = yRange && (yType === "log" ? yRange.map(Math.log10) : [...yRange]);
  return {
    [`xaxis${axisSuffix(number)}`]: { type: xType, title: { text: xTitle }, ...powers(xType, lines.flatMap(({ x }) => x.map(Number))) },
    [`yaxis${axisSuffix(number)}`]: {
      type: yType,
      ...powers(yType, lines.flatMap(({ y }) => y)),
      ...(limits && { range: limits }),
      ...(isShared ? { matches: "y", showticklabels: false } : { title: { text: number === 0 ? yTitle : "" } }),
    },
  };
}

/** Labels of a logarithmic axis at whole powers of ten only, and at no more than ten of them or so. */
function powers(type: string, values: readonly number[]): object {
  if (type !== "log") return {};
  const exponents = values.filter((value) => value > 0).map(Math.log10);
  const decades = Math.max(...exponents) - Math.min(...exponents);
  return { exponentformat: "power", dtick: Math.max(1, Math.ceil(decades / 8)) };
}

/** Looks of lines that have to match between panels: told apart by colour, dash and marker each alone. */

/** Okabe and Ito's colours for all kinds of colour vision, each with a dash and a marker of its own. */
const STYLES = [
  ["#0072B2", "solid", "circle"],
  ["#D55E00", "dash", "square"],
  ["#009E73", "dot", "diamond"],
  ["#CC79A7", "dashdot", "triangle-up"],
  ["#E69F00", "longdash", "x"],
  ["#56B4E9", "longdashdot", "triangle-down"],
  ["#000000", "solid", "cross"],
] as const;

/** Line and marker of the index-th of several lines, as Plotly's traces take them; after seven they begin again. */
export function lineStyle(index: number): { line: object; marker: object } {
  const [color, dash, symbol] = STYLES[index % STYLES.length];
  return { line: { color, dash, width: 2 }, marker: { color, symbol, size: 7 } };
}
