/** A search that stops hopeless trials early, as it went: who was ahead when, and who had to go. */
import { type Figure, type FigureOptions, titleOf } from "./figure.js";
import type { TrialOutcome } from "./trialOutcome.js";

const COLORS = { finished: "#0072B2", stopped: "#9A9A9A", diverged: "#D55E00" } as const;
const NAMES = { finished: "trained to the end", stopped: "stopped early", diverged: "diverged" } as const;
const SYMBOLS = { finished: "circle", stopped: "x", diverged: "diamond" } as const;

/**
 * Validation accuracy by epoch of every trial, with a marker where its training ended and a dashed
 * line at each rung, where all but the best were stopped.
 *
 * @param rungs epochs of the rungs
 * @example
 * const trial = { settings: {}, bestValAcc: 0.4, valAccHistory: [0.1, 0.4], status: "finished" };
 * halvingFigure([trial], [1]).data.map(({ y }) => y) // [ [ 0.1, 0.4 ] ]
 */
export function halvingFigure(trials: readonly TrialOutcome[], rungs: readonly number[], options: FigureOptions = {}): Figure {
  const kinds = (["stopped", "diverged", "finished"] as const).map((status) => trials.filter((trial) => trial.status === status));
  return {
    // only the first of each kind is named in the legend, for all of them
    data: kinds.flatMap((kind) => kind.map((trial, i) => course(trial, i === 0))),
    layout: {
      title: titleOf({ title: "Successive halving", ...options }),
      xaxis: { title: { text: "epoch" }, rangemode: "tozero" },
      yaxis: { title: { text: "validation accuracy" } },
      legend: { x: 0.99, xanchor: "right", y: 0.03, yanchor: "bottom" },
      shapes: rungs.map((epoch) => ({
        type: "line", x0: epoch, x1: epoch, y0: 0, y1: 1, yref: "paper", line: { color: "#555555", width: 1, dash: "dash" }, layer: "below",
      })),
    },
  };
}

function course({ number, status, valAccHistory }: TrialOutcome, isNamed: boolean): Record<string, unknown> {
  const last = valAccHistory.length - 1;
  const color = COLORS[status];
  return {
    type: "scatter",
    mode: "lines+markers",
    name: NAMES[status],
    legendgroup: status,
    showlegend: isNamed,
    x: valAccHistory.map((_, epoch) => epoch),
    y: [...valAccHistory],
    text: valAccHistory.map(() => `trial ${number}`),
    line: { color, width: status === "finished" ? 2.5 : 1, dash: "solid" },
    marker: { color, symbol: SYMBOLS[status], size: valAccHistory.map((_, epoch) => (epoch === last ? 8 : 0)) },
  };
}
