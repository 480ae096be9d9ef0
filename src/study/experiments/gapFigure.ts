/** Training and test accuracy by one setting, and between them the gap. */
import type { Figure } from "../figures/figure.js";
import { lineFigure, type LineFigureOptions } from "../figures/lineFigure.js";
import type { GapRow } from "./gapSummary.js";

/**
 * Two panels: both accuracies on the left, their difference on the right; error bars are one
 * standard deviation over the seeds. Values stand in their order, at equal distances.
 *
 * @param rows as gapSummary gives them
 * @example
 * const run = { numTraining: 100, trainAcc: 0.9, testAcc: 0.4, gap: 0.5, weights: 3 };
 * gapFigure(gapSummary([run, { ...run, gap: 0.3 }], "numTraining")).data.map(({ name }) => name) // [ 'training', 'test', 'gap: training - test' ]
 */
export function gapFigure(rows: readonly GapRow[], options: LineFigureOptions = {}): Figure {
  const x = rows.map(({ value }) => String(value));
  const line = (name: string, mean: "train" | "test" | "gap", deviation: "trainSd" | "testSd" | "gapSd") => ({
    name,
    x,
    y: rows.map((row) => row[mean]),
    error: rows.map((row) => row[deviation]),
  });
  return lineFigure(
    [
      { caption: "accuracy", lines: [line("training", "train", "trainSd"), line("test", "test", "testSd")] },
      { caption: "gap", lines: [line("gap: training - test", "gap", "gapSd")] },
    ],
    { xType: "category", yRange: [-0.05, 1.05], ...options },
  );
}
