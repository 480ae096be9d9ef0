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
