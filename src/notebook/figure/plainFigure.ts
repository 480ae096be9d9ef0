import { NDArray } from "../../index.js";

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

/** Numbers at eight digits, more than a screen can show, and a third of the length; JSON has no NaN. */
function plainNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(8));
}

/** Lists for typed arrays and NDArrays, text for dates. */
function plain(value: unknown): unknown {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (value instanceof NDArray) return plain(value.toList());
  if (value instanceof Date) return value.toISOString();
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && typeof item !== "function");
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}

function checkSize(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 50 && value <= 4000) return Math.round(value);
  throw new RangeError(`showFigure: expected ${name} to be a number of pixels from 50 to 4000, got ${String(value)}`);
}

/**
 * Settles a figure: data as lists, a size, and a template where the layout has none.
 *
 * @throws {TypeError} if figure is not `{ data: [...], layout: {...} }`
 * @throws {RangeError} if it has no trace, or a size is not from 50 to 4000 pixels
 */
export function plainFigure(figure: Figure, size: FigureSize, template: object): PlainFigure {
  if (!Array.isArray(figure?.data)) {
    throw new TypeError(`showFigure: expected a figure { data: [...], layout: {...} }, got ${figure === null ? "null" : typeof figure} without a list of data`);
  }
  if (figure.data.length === 0) {
    throw new RangeError("showFigure: expected a figure with at least one trace in data, got none. Was it made from an empty history?");
  }
  const layout = plain(figure.layout ?? {}) as Record<string, unknown>;
  return {
    data: plain(figure.data) as Record<string, unknown>[],
    layout: {
      template,
      ...layout,
      width: checkSize("width", size.width ?? layout["width"] ?? 700),
      height: checkSize("height", size.height ?? layout["height"] ?? 450),
    },
  };
}
