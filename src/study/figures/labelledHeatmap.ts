/** A heatmap whose cells say their values: few enough to be read, each row and column with its name. */
import { AMOUNT_SCALE, inkOn } from "./colorScale.js";
import { type Figure, type FigureOptions, titleOf } from "./figure.js";

export interface HeatmapCells {
  /** names of the columns, from the left */
  readonly columns: readonly string[];
  /** names of the rows, from the top */
  readonly rows: readonly string[];
  /** one list a row; NaN for a cell without a value, which stays white */
  readonly values: readonly (readonly number[])[];
  /** what each cell says, in the same arrangement */
  readonly texts: readonly (readonly string[])[];
}

export interface LabelledHeatmapOptions extends FigureOptions {
  readonly columnTitle: string;
  readonly rowTitle: string;
  /** pixels, default 450 */
  readonly height?: number;
}

/** Cells in shades from pale (the smallest value) to dark. */
export function labelledHeatmap(
  { columns, rows, values, texts }: HeatmapCells,
  { columnTitle, rowTitle, height = 450, ...options }: LabelledHeatmapOptions,
): Figure {
  const numbers = values.flat().filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return {
    data: [
      {
        type: "heatmap",
        z: values.map((row) => [...row]),
        text: texts.map((row) => [...row]),
        hoverinfo: "text",
        zmin: low,
        zmax: high,
        colorscale: AMOUNT_SCALE,
        // the cells say their values
        showscale: false,
        xgap: 1,
        ygap: 1,
      },
    ],
    layout: {
      title: titleOf(options),
      height,
      xaxis: { title: { text: columnTitle }, range: [-0.5, columns.length - 0.5], ...namedTicks(columns) },
      yaxis: { title: { text: rowTitle }, range: [rows.length - 0.5, -0.5], ...namedTicks(rows) },
      annotations: texts.flatMap((row, i) =>
        row.map((text, j) => ({
          text, x: j, y: i, showarrow: false, font: { size: 12, color: inkOn((values[i][j] - low) / (high - low)) },
        })),
      ),
    },
  };
}

function namedTicks(names: readonly string[]): Record<string, unknown> {
  return { tickvals: names.map((_, i) => i), ticktext: [...names], showgrid: false, ticks: "" };
}
