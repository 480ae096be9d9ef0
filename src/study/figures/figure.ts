/** A figure as Plotly takes it: plain data, drawn by whoever shows it. */
export interface Figure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

/** What every figure can be told. */
export interface FigureOptions {
  readonly title?: string;
  /** a line under the title, e.g. that the data are synthetic */
  readonly note?: string;
}

/** Title and note, in the form that Plotly's layout takes. */
export function titleOf({ title = "", note = "" }: FigureOptions): { text: string } {
  return { text: note === "" ? title : `${title}<br><sub>${note}</sub>` };
}

/** Panels of a figure, each with axes of its own; the first is panel 0. */

/** What Plotly's names of the panel's axes end in: x, x2, x3, ... */
export const axisSuffix = (panel: number): string => (panel === 0 ? "" : String(panel + 1));

/** Puts a trace into the panel. */
export function panelAxes(panel: number): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: `x${axisSuffix(panel)}`, yaxis: `y${axisSuffix(panel)}` };
}

/** Words above the middle of the panel, as an annotation. */
export function panelCaption(text: string, panel: number): Record<string, unknown> {
  const { xaxis, yaxis } = panelAxes(panel);
  return { text, x: 0.5, y: 1.02, xref: `${xaxis} domain`, yref: `${yaxis} domain`, yanchor: "bottom", showarrow: false };
}
