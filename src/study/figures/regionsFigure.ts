/** Where in the plane a classifier says which class, with the examples that it learnt from. */
import { type Labels, readLabels } from "../../nn/checks/labels.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import { linspace, zeros } from "../../numeric/array/create.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { axisSuffix, type Figure, type FigureOptions, panelAxes, panelCaption, titleOf } from "./figure.js";

/** One classifier of the figure. */
export interface RegionsPanel {
  readonly title: string;
  /** class scores, (N, C), of N points in the plane, (N, 2) */
  readonly scores: (X: NDArray) => NDArray;
}

/** Class by class: ground, marker and marker's form; more than three classes start over. */
const LOOKS = [
  { ground: "#DCEBF5", color: "#0072B2", symbol: "circle" },
  { ground: "#FBE3D3", color: "#B84A00", symbol: "square" },
  { ground: "#DDF1EA", color: "#00724F", symbol: "diamond" },
] as const;
const MAX_CLASSES = LOOKS.length;
const GRID = 101;

/**
 * Draws one square of the plane for each classifier, coloured by the class with the highest score.
 *
 * @param panels side by side, one or more
 * @param X examples, (N, 2)
 * @param y their classes, N whole numbers from 0 to 2
 * @param limit the square reaches from -limit to limit
 * @throws {RangeError} if there is no panel, X is not (N, 2), or y does not fit it
 * @throws {TypeError} if a label is not a whole number
 * @example
 * const X = new RandomState(0).randn(20, 2);
 * const linear = { title: "a straight line", scores: (points) => matmul(points, array([[1, -1], [1, -1]])) };
 * regionsFigure([linear], X, X.sum(1).map((s) => (s > 0 ? 0 : 1)), 3).data.length // 3
 */
export function regionsFigure(
  panels: readonly RegionsPanel[],
  X: NDArray,
  y: Labels,
  limit: number,
  options: FigureOptions = {},
): Figure {
  if (panels.length === 0) throw new RangeError("regionsFigure: expected at least one panel, got none");
  checkArray("regionsFigure", "X", X, ["N", 2]);
  const labels = readLabels("regionsFigure", y, X.shape[0], MAX_CLASSES);
  const axis = linspace(-limit, limit, GRID);
  return {
    data: panels.flatMap(({ scores }, panel) => {
      const axes = panelAxes(panel);
      return [{ ...ground(scores, axis), ...axes }, ...markers(X, labels).map((trace) => ({ ...trace, ...axes, showlegend: panel === 0 }))];
    }),
    layout: {
      title: titleOf(options),
      height: 430,
      // room between two panels for the labels of the right one's axis
      grid: { rows: 1, columns: panels.length, pattern: "independent", xgap: 0.26 },
      legend: { orientation: "h", x: 0.5, xanchor: "center", y: -0.12, yanchor: "top" },
      annotations: panels.map(({ title }, panel) => panelCaption(title, panel)),
      ...Object.assign({}, ...panels.map((_, panel) => ({
        [`xaxis${axisSuffix(panel)}`]: { range: [-limit, limit], title: { text: "x<sub>0</sub>", standoff: 4 }, showgrid: false },
        [`yaxis${axisSuffix(panel)}`]: { range: [-limit, limit], title: { text: "x<sub>1</sub>", standoff: 4 }, showgrid: false },
      }))),
    },
  };
}

/** The class of every point of the grid, as a heatmap of flat colours. */
function ground(scores: RegionsPanel["scores"], axis: NDArray): Record<string, unknown> {
  const points = zeros([GRID * GRID, 2]);
  for (let i = 0; i < GRID * GRID; i++) {
    points.set([i, 0], axis.get(i % GRID));
    points.set([i, 1], axis.get(Math.floor(i / GRID)));
  }
  return {
    type: "heatmap",
    x: Array.from(axis.data),
    y: Array.from(axis.data),
    z: scores(points).argmax(1).reshape(GRID, GRID).toList(),
    zmin: -0.5,
    zmax: MAX_CLASSES - 0.5,
    colorscale: LOOKS.flatMap(({ ground }, k) => [[k / MAX_CLASSES, ground], [(k + 1) / MAX_CLASSES, ground]]),
    showscale: false,
    hoverinfo: "skip",
  };
}

function markers(X: NDArray, labels: Int32Array): Record<string, unknown>[] {
  return LOOKS.flatMap(({ color, symbol }, k) => {
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === k);
    if (rows.length === 0) return [];
    return [{
      type: "scatter",
      mode: "markers",
      name: `class ${k}`,
      x: rows.map((row) => X.get(row, 0)),
      y: rows.map((row) => X.get(row, 1)),
      marker: { color, symbol, size: 7, line: { color: "#FFFFFF", width: 1 } },
    }];
  });
}
