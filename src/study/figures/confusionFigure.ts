/** Which classes a classifier takes for which. */
import { checkList } from "../../numeric/arguments/check.js";
import { checkArray } from "../../numeric/array/checkArray.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import type { Figure, FigureOptions } from "./figure.js";
import { labelledHeatmap } from "./labelledHeatmap.js";

/**
 * A confusion matrix with its counts: a row for each true class, a column for each predicted one.
 *
 * @param matrix counts, (C, C), as `confusionMatrix` gives it
 * @param classNames C names
 * @throws {RangeError} if the matrix is not (C, C) for C names
 * @example
 * const matrix = confusionMatrix([0, 1, 1], [0, 1, 0], 2);
 * confusionFigure(matrix, ["cat", "dog"]).data[0].z // [ [ 1, 0 ], [ 1, 1 ] ]
 */
export function confusionFigure(matrix: NDArray, classNames: readonly string[], options: FigureOptions = {}): Figure {
  checkList("confusionFigure", "classNames", classNames);
  const C = classNames.length;
  checkArray("confusionFigure", "matrix", matrix, [C, C]);
  const values = matrix.toList() as number[][];
  const cells = { columns: classNames, rows: classNames, values, texts: values.map((row) => row.map(String)) };
  return labelledHeatmap(cells, {
    title: "Confusion matrix", columnTitle: "predicted class", rowTitle: "true class", height: 560, ...options,
  });
}
