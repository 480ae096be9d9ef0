/** What Plotly's cartesian bundle would draw as something else, or not at all, without a word. */
import { closest } from "fastest-levenshtein";
import { describeValue } from "../../numeric/arguments/describeValue.js";

/** All trace types that can be drawn: those of the bundle but `image`, of which figureSvg says that only a browser can draw it. */
export const TRACE_TYPES = [
  "scatter", "bar", "box", "violin", "histogram", "heatmap", "contour", "histogram2d", "histogram2dcontour", "pie", "scatterternary",
] as const;

/** For types of other bundles whose names are spelt like something else: what shows the same. */
const NEAREST: Readonly<Record<string, string>> = {
  surface: '"contour"', mesh3d: '"contour"', isosurface: '"contour"', volume: '"contour"', contourcarpet: '"contour"', densitymap: '"heatmap"',
  candlestick: '"box"', ohlc: '"box"', treemap: '"pie"', sunburst: '"pie"', icicle: '"pie"', funnelarea: '"pie"', funnel: '"bar"', waterfall: '"bar"',
  splom: '"scatter"', parcoords: "the figure of parallelCoordinates(...)", table: "showTable(...)",
};

/** Where a trace has its numbers or names, whatever its type. */
const VALUES = ["x", "y", "z", "a", "b", "c", "values", "labels", "q1", "median", "q3"] as const;

type Trace = Readonly<Record<string, unknown>>;

/**
 * @throws {TypeError} if a trace is no object
 * @throws {RangeError} if a trace is of a type that cannot be drawn, or nothing would be seen
 */
export function checkTraces(data: readonly unknown[], layout: Readonly<Record<string, unknown>>): asserts data is readonly Trace[] {
  data.forEach(checkTrace);
  const isSeen = [layout["shapes"], layout["annotations"]].some((marks) => Array.isArray(marks) && marks.length > 0);
  if (isSeen || data.some((trace) => hasValues(trace as Trace))) return;
  throw new RangeError("showFigure: expected at least one trace with a number to draw, got only empty lists and NaN. Has the training diverged?");
}

function checkTrace(trace: unknown, i: number): void {
  if (typeof trace !== "object" || trace === null || Array.isArray(trace)) {
    throw new TypeError(`showFigure: expected data[${i}] to be a trace such as { type: "scatter", y: [1, 2] }, got ${describeValue(trace)}`);
  }
  const { type } = trace as Trace;
  if (type === undefined || type === "image" || (TRACE_TYPES as readonly unknown[]).includes(type)) return;
  const nearest = typeof type === "string" ? `; nearest is ${NEAREST[type] ?? `"${closest(type.toLowerCase(), TRACE_TYPES)}"`}` : "";
  throw new RangeError(`showFigure: expected the type of data[${i}] to be one of ${TRACE_TYPES.join(", ")}, got ${describeValue(type)}${nearest}`);
}

/** Lists of values, none of which is empty or has gaps alone. */
function hasValues(trace: Trace): boolean {
  const lists = VALUES.map((name) => trace[name]).filter((value) => Array.isArray(value));
  return lists.length > 0 && lists.every(holdsSomething);
}

function holdsSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsSomething) : value !== null && value !== undefined;
}
