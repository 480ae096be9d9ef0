/** Diagrams: boxes, arrows and words on a sheet that is measured in pixels, as a Plotly figure. */
import { type Figure, type FigureOptions, titleOf } from "./figure.js";

/** Pixels from the left and from the top of the sheet. */
export type Point = readonly [x: number, y: number];
/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** What a colour means, the same in every diagram: blue flows forward, vermilion flows back. */
export type Tone = "forward" | "backward" | "parameter" | "plain" | "muted";

export const TONES: Readonly<Record<Tone, { readonly line: string; readonly fill: string }>> = {
  forward: { line: "#0072B2", fill: "#DCEBF5" },
  backward: { line: "#B84A00", fill: "#FBE3D3" },
  parameter: { line: "#00724F", fill: "#DDF1EA" },
  plain: { line: "#333333", fill: "#FFFFFF" },
  muted: { line: "#8A8A8A", fill: "#EDEDED" },
};

/** One thing on the sheet, in Plotly's terms; `hover` is what a mouse over it tells. */
export interface Mark {
  readonly shape?: object;
  readonly annotation?: object;
  readonly hover?: { readonly at: Point; readonly text: string };
}

export interface LabelOptions {
  readonly tone?: Tone;
  /** of the letters, in pixels; default 13 */
  readonly size?: number;
  readonly xanchor?: "left" | "center" | "right";
  readonly yanchor?: "top" | "middle" | "bottom";
  /** paint the ground behind the words, so that a line underneath does not strike through them */
  readonly ground?: boolean;
}

/** Words around, or beginning or ending at, a point; `<br>`, `<b>`, `<sub>` and `<sup>` as in Plotly. */
export function label([x, y]: Point, text: string, options: LabelOptions = {}): Mark {
  const { tone = "plain", size = 13, xanchor = "center", yanchor = "middle", ground = false } = options;
  const font = { size, color: TONES[tone].line };
  const paper = ground ? { bgcolor: "#FFFFFF", borderpad: 1 } : { borderpad: 0 };
  return { annotation: { x, y, text, font, xanchor, yanchor, showarrow: false, align: "center", ...paper } };
}

export interface BoxOptions {
  readonly tone?: Tone;
  readonly form?: "rect" | "circle";
  /** of the outline, in pixels; default 1.5 */
  readonly lineWidth?: number;
  readonly hover?: string;
}

/** A filled outline around a point. */
export function box([x, y]: Point, [width, height]: Size, options: BoxOptions = {}): Mark {
  const { tone = "plain", form = "rect", lineWidth = 1.5, hover } = options;
  const corners = { x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2 };
  const paint = { fillcolor: TONES[tone].fill, line: { color: TONES[tone].line, width: lineWidth } };
  const shape = { type: form, layer: "below", ...corners, ...paint };
  return hover === undefined ? { shape } : { shape, hover: { at: [x, y], text: hover } };
}

export interface LineOptions {
  readonly tone?: Tone;
  /** in pixels, default 1.5 */
  readonly width?: number;
  readonly dash?: "solid" | "dash" | "dot";
  readonly hover?: string;
}

/** A straight line. */
export function line([x0, y0]: Point, [x1, y1]: Point, options: LineOptions = {}): Mark {
  const { tone = "plain", width = 1.5, dash = "solid", hover } = options;
  const shape = { type: "line", layer: "below", x0, y0, x1, y1, line: { color: TONES[tone].line, width, dash } };
  // not in the middle, where the lines of two layers cross
  return hover === undefined ? { shape } : { shape, hover: { at: [x0 + 0.3 * (x1 - x0), y0 + 0.3 * (y1 - y0)], text: hover } };
}

/** A line with a head at its end. */
export function arrow(from: Point, to: Point, { tone = "plain", width = 1.5 }: LineOptions = {}): Mark {
  return {
    annotation: {
      x: to[0],
      y: to[1],
      ax: from[0],
      ay: from[1],
      ...{ xref: "x", yref: "y", axref: "x", ayref: "y" },
      ...{ text: "", showarrow: true, arrowhead: 2, arrowsize: 1.1, arrowwidth: width, arrowcolor: TONES[tone].line },
    },
  };
}

const MARGIN = { l: 10, r: 10, t: 10, b: 10 };
const TITLE_HEIGHT = 50;
const NOTE_HEIGHT = 20;

/**
 * Marks on a sheet, those that come later on top of earlier ones of their kind.
 *
 * @param size of the sheet; margins and the title come on top of it
 */
export function diagram([width, height]: Size, marks: readonly Mark[], options: FigureOptions = {}): Figure {
  const { text } = titleOf(options);
  const top = text === "" ? MARGIN.t : TITLE_HEIGHT + (options.note ? NOTE_HEIGHT : 0);
  const margin = { ...MARGIN, t: top };
  const hidden = { visible: false, fixedrange: true };
  return {
    data: [hoverPoints(marks.flatMap(({ hover }) => hover ?? []))],
    layout: {
      title: { text },
      width: width + margin.l + margin.r,
      height: height + margin.t + margin.b,
      margin,
      showlegend: false,
      // there is nothing to select or to zoom into
      dragmode: false,
      modebar: { remove: ["select2d", "lasso2d"] },
      xaxis: { ...hidden, range: [0, width] },
      yaxis: { ...hidden, range: [height, 0] },
      shapes: marks.flatMap(({ shape }) => shape ?? []),
      annotations: marks.flatMap(({ annotation }) => annotation ?? []),
    },
  };
}

/** Points that nobody sees, where the mouse finds something to tell. */
function hoverPoints(hovers: readonly NonNullable<Mark["hover"]>[]): Record<string, unknown> {
  return {
    type: "scatter",
    mode: "markers",
    x: hovers.map(({ at }) => at[0]),
    y: hovers.map(({ at }) => at[1]),
    text: hovers.map(({ text }) => text),
    hoverinfo: "text",
    marker: { opacity: 0, size: 20 },
  };
}
