/**
 * Figures of more points than anybody can tell apart. Each marker, bar or error bar is an element of the drawing and
 * takes a third of a millisecond, here and in every page that shows the figure: of 50,000 some are left out, and the
 * figure's title says so.
 */
import { inLanguage } from "../../study/index.js";
import type { PlainFigure } from "./figure.js";

/** Elements that are drawn in a moment. */
const MAX_ELEMENTS = 5000;
/** A letter's worth of those: words are laid out and then drawn as curves. */
const TEXT_WEIGHT = 5;
/** Points of lines, which are one element each. */
const MAX_LINE_POINTS = 20_000;
/** Values from which a box or a violin shows its extremes no more. */
const MANY_VALUES = 50_000;

type Trace = Readonly<Record<string, unknown>>;

/** The same figure, or one with fewer points and a note of it. */
export function thinFigure(figure: PlainFigure): PlainFigure {
  const traces = figure.data.map((trace) => ({ trace: withoutManyPoints(trace), count: pointsOf(trace), weight: weightOf(trace) }));
  const elements = sum(traces.map(({ count, weight }) => count * weight));
  const linePoints = sum(traces.map(({ count, weight }) => (weight === 0 ? count : 0)));
  const share = (weight: number): number => (weight > 0 ? MAX_ELEMENTS / elements : MAX_LINE_POINTS / linePoints);
  const data = traces.map(({ trace, count, weight }) => (share(weight) < 1 ? thinTrace(trace, count, Math.max(2, Math.floor(count * share(weight))), weight) : trace));
  const [shown, all] = [sum(data.map(pointsOf)), sum(traces.map(({ count }) => count))];
  return shown < all ? { data, layout: { ...figure.layout, title: titleWithNote(figure.layout["title"], inLanguage(`${grouped(shown)} of ${grouped(all)} points drawn`)) } } : { ...figure, data };
}

/** Points of a trace that draws something at each; 0 for those that sum their values up. */
function pointsOf({ type = "scatter", ...trace }: Trace): number {
  const lists = (type === "scatterternary" ? ["a", "b", "c"] : ["x", "y"]).map((name) => trace[name]).filter((value) => Array.isArray(value));
  return lists.length > 0 && (type === "scatter" || type === "scatterternary" || type === "bar") ? Math.min(...lists.map(({ length }) => length)) : 0;
}

/** Elements for each point; 0 for a line alone. */
function weightOf(trace: Trace): number {
  const { type = "scatter", mode } = trace;
  const drawn = type === "bar" ? "markers" : typeof mode === "string" ? mode : pointsOf(trace) < 20 ? "lines+markers" : "lines";
  const errors = ["error_x", "error_y"].filter((name) => trace[name] !== undefined).length;
  return (drawn.includes("markers") ? 1 : 0) + (drawn.includes("text") ? TEXT_WEIGHT : 0) + errors;
}

/** Boxes and violins show single values beside their shape: few of few, and of many none. */
function withoutManyPoints(trace: Trace): Trace {
  const name = trace["type"] === "box" ? "boxpoints" : trace["type"] === "violin" ? "points" : null;
  const counts = (["x", "y"] as const).map((axis) => (Array.isArray(trace[axis]) ? (trace[axis] as unknown[]).length : 0));
  if (name === null || Math.max(...counts) <= MAX_ELEMENTS) return trace;
  if (Math.max(...counts) > MANY_VALUES) return { ...trace, [name]: false };
  return trace[name] === "all" ? { ...trace, [name]: "outliers" } : trace;
}

/** A trace with fewer of its points, and with all that belongs to each of them. */
function thinTrace(trace: Trace, count: number, keep: number, weight: number): Trace {
  const chosen = weight === 0 && trace["stackgroup"] === undefined ? peaks(trace, count, keep) : evenly(count, keep);
  const pick = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length >= count ? chosen.map((i) => value[i]) : value;
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pick(item)])) : value;
  };
  return { ...(pick(trace) as Trace), ...places(trace, chosen) };
}

/** Every so manieth, the first and the last among them. */
function evenly(count: number, keep: number): number[] {
  return Array.from({ length: keep }, (_, k) => Math.round((k * (count - 1)) / (keep - 1)));
}

/** Of each stretch of a line its lowest and its highest point: it looks the same. */
function peaks(trace: Trace, count: number, keep: number): number[] {
  const values = (Array.isArray(trace["y"]) ? trace["y"] : trace["x"]) as readonly unknown[];
  const stretches = Math.floor(keep / 2);
  const chosen = new Set([0, count - 1]);
  for (let k = 0; k < stretches; k++) {
    let [low, high] = [-1, -1];
    for (let i = Math.floor((k * count) / stretches); i < Math.floor(((k + 1) * count) / stretches); i++) {
      const value = values[i];
      if (typeof value !== "number") continue;
      if (low < 0 || value < (values[low] as number)) low = i;
      if (high < 0 || value > (values[high] as number)) high = i;
    }
    if (low >= 0) chosen.add(low).add(high);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Where the chosen points lie along an axis whose places go without saying: 0, 1, 2, ... */
function places(trace: Trace, chosen: readonly number[]): Trace {
  const along = trace["x"] === undefined && trace["y"] !== undefined ? "x" : trace["y"] === undefined && trace["x"] !== undefined ? "y" : null;
  if (along === null) return {};
  const [start, step] = [trace[`${along}0`] ?? 0, trace[`d${along}`] ?? 1].map(Number);
  return { [along]: chosen.map((i) => start + i * step) };
}

/** The title, with a note in small letters below it, beside the one that may be there. */
function titleWithNote(title: unknown, note: string): Record<string, unknown> {
  const settings = typeof title === "object" && title !== null ? (title as Record<string, unknown>) : {};
  const text = String((typeof title === "string" ? title : settings["text"]) ?? "");
  const below = text.endsWith("</sub>") ? text.replace(/<\/sub>$/, `; ${note}</sub>`) : `${text}${text === "" ? "" : "<br>"}<sub>${note}</sub>`;
  return { ...settings, text: below };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
