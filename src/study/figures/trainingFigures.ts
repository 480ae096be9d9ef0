/** What the Solver recorded: the loss of every iteration, and both accuracies after every epoch. */
import { checkList } from "../../numeric/arguments/check.js";
import { type Figure, type FigureOptions, titleOf } from "./figure.js";

/**
 * Loss by iteration.
 *
 * @param lossHistory loss of each iteration's minibatch, in order
 * @example
 * const { data, layout } = lossFigure([2.3, 1.9, 1.7]);
 * layout.title // { text: 'Training loss' }
 */
export function lossFigure(lossHistory: readonly number[], options: FigureOptions = {}): Figure {
  checkList("lossFigure", "lossHistory", lossHistory);
  return {
    data: [
      {
        type: "scatter",
        mode: "markers",
        name: "minibatch loss",
        x: lossHistory.map((_, i) => i + 1),
        y: [...lossHistory],
        marker: { size: 4 },
      },
    ],
    layout: {
      title: titleOf({ title: "Training loss", ...options }),
      xaxis: { title: { text: "iteration" } },
      yaxis: { title: { text: "loss" } },
    },
  };
}

export interface AccuracyFigureOptions extends FigureOptions {
  /** where to draw a dashed line across, from 0 to 1; default 0.5 */
  readonly target?: number;
}

/**
 * Training and validation accuracy by epoch, with a dashed line at the accuracy to reach.
 *
 * @param trainAccHistory from 0 to 1, one for the start and one for each epoch
 * @param valAccHistory from 0 to 1, at the same times
 * @example
 * const { data } = accuracyFigure([0.1, 0.4, 0.5], [0.1, 0.35, 0.42]);
 * data.map(({ name }) => name) // [ 'training', 'validation', '0.5' ]
 */
export function accuracyFigure(
  trainAccHistory: readonly number[],
  valAccHistory: readonly number[],
  { target = 0.5, ...options }: AccuracyFigureOptions = {},
): Figure {
  checkList("accuracyFigure", "trainAccHistory", trainAccHistory);
  checkList("accuracyFigure", "valAccHistory", valAccHistory);
  return {
    data: [
      accuracyLine("training", trainAccHistory, { dash: "solid" }, "circle"),
      accuracyLine("validation", valAccHistory, { dash: "dot" }, "square"),
      {
        type: "scatter",
        mode: "lines",
        name: `${target}`,
        x: [0, Math.max(trainAccHistory.length, valAccHistory.length) - 1],
        y: [target, target],
        line: { dash: "dash", color: "black", width: 1 },
      },
    ],
    layout: {
      title: titleOf({ title: "Accuracy", ...options }),
      xaxis: { title: { text: "epoch" } },
      yaxis: { title: { text: "accuracy" } },
    },
  };
}

function accuracyLine(name: string, history: readonly number[], line: object, symbol: string): Record<string, unknown> {
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: history.map((_, epoch) => epoch),
    y: [...history],
    line,
    marker: { symbol },
  };
}
