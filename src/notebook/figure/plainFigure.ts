import { describeValue } from "../../numeric/arguments/describeValue.js";
import { checkTraces } from "./checkTraces.js";
import { plainValue } from "./plainValue.js";
import { thinFigure } from "./thinFigure.js";

/** A Plotly figure as a plain object: its traces, and where and how they are laid out. */
export interface Figure {
  readonly data: readonly object[];
  readonly layout?: object;
}

export interface FigureSize {
  /** Width in CSS pixels; default the figure's own layout.width, or 700. */
  readonly width?: number;
  /** Height in CSS pixels; default the figure's own layout.height, or 450. */
  readonly height?: number;
}

/** A figure that is JSON as it stands, with its size and its looks settled. */
export interface PlainFigure {
  readonly data: readonly Record<string, unknown>[];
  readonly layout: Record<string, unknown> & { readonly width: number; readonly height: number };
}

function checkSize(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 50 && value <= 4000) return Math.round(value);
  throw new RangeError(`showFigure: expected ${name} to be a number of pixels from 50 to 4000, got ${describeValue(value)}`);
}

/**
 * Settles a figure: data as lists, no more of it than can be drawn in a moment, a size, and a template where the layout has none.
 *
 * @throws {TypeError} if figure is not `{ data: [...], layout: {...} }`, or holds what is neither numbers nor text
 * @throws {RangeError} if it has no trace, none with something to draw or one of a type that cannot be drawn, or a
 * size is not from 50 to 4000 pixels
 */
export function plainFigure(figure: Figure, size: FigureSize, template: object): PlainFigure {
  if (!Array.isArray(figure?.data)) {
    throw new TypeError(`showFigure: expected a figure { data: [...], layout: {...} }, got ${figure === null ? "null" : typeof figure} without a list of data`);
  }
  if (figure.data.length === 0) {
    throw new RangeError("showFigure: expected a figure with at least one trace in data, got none. Was it made from an empty history?");
  }
  const data = plainValue(figure.data, "data") as Record<string, unknown>[];
  const layout = plainValue(figure.layout ?? {}, "layout") as Record<string, unknown>;
  checkTraces(data, layout);
  return thinFigure({
    data,
    layout: {
      template,
      ...layout,
      width: checkSize("width", size.width ?? layout["width"] ?? 700),
      height: checkSize("height", size.height ?? layout["height"] ?? 450),
    },
  });
}
