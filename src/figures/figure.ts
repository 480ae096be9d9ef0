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
