/**
 * Trials as lines across their hyperparameters, ending at their accuracy: where the dark lines run
 * together, good settings lie.
 */
import { formatFixed } from "../../numeric/print/number.js";
import { amountColor } from "./colorScale.js";
import { type Figure, type FigureOptions, titleOf } from "./figure.js";
import type { TrialOutcome } from "./trialOutcome.js";

/** One hyperparameter's axis. */
export interface CoordinateAxis {
  /** name of a setting */
  readonly name: string;
  /** whether the axis is logarithmic; default false */
  readonly log?: boolean;
}

export interface ParallelCoordinatesOptions extends FigureOptions {
  /** which epoch's accuracy is shown, so that trials of different lengths are compared alike; default the best of each trial */
  readonly epoch?: number;
}

/** Few, because the crossings of many make a picture that is hard to compress. */
const SHADES = 5;

interface Scale {
  readonly name: string;
  /** 0..1 from the bottom to the top of the axis */
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/**
 * One line for each trial that did not diverge, the best ones dark and on top.
 *
 * @param axes hyperparameters, from the left; validation accuracy is added at the right
 * @throws {RangeError} if no trial is left to draw, one lacks a setting or was not trained so long, or a logarithmic axis has a value that is not above 0
 * @example
 * const trial = { bestValAcc: 0.3, valAccHistory: [], status: "finished" };
 * const trials = [1e-3, 1e-2].map((learningRate) => ({ ...trial, settings: { learningRate } }));
 * parallelCoordinates(trials, [{ name: "learningRate", log: true }]).data.length // 2
 */
export function parallelCoordinates(
  trials: readonly TrialOutcome[],
  axes: readonly CoordinateAxis[],
  { epoch, ...options }: ParallelCoordinatesOptions = {},
): Figure {
  const accuracyOf = ({ bestValAcc, valAccHistory }: TrialOutcome) => (epoch === undefined ? bestValAcc : valAccHistory[epoch]!);
  const drawn = trials.filter(({ status }) => status !== "diverged").sort((a, b) => accuracyOf(a) - accuracyOf(b));
  if (drawn.length === 0) throw new RangeError("parallelCoordinates: expected at least one trial that did not diverge, got none");
  const accuracies = drawn.map(accuracyOf);
  const short = drawn.find((_, i) => accuracies[i] === undefined);
  if (short) throw new RangeError(`parallelCoordinates: expected every trial to be trained for ${epoch} epochs or more, got ${short.valAccHistory.length - 1}`);
  const scales = [
    ...axes.map(({ name, log = false }) => makeScale(name, drawn.map(({ settings }) => settings[name]), log)),
    makeScale(epoch === undefined ? "validation accuracy" : `accuracy, epoch ${epoch}`, accuracies, false),
  ];
  const [low, high] = [accuracies[0], accuracies.at(-1)!];
  const lines = drawn.map((trial, i) => trialLine(trial, scales, accuracies[i], high > low ? (accuracies[i] - low) / (high - low) : 1));
  return { data: lines, layout: { title: titleOf({ title: "Settings and accuracy", ...options }), ...axesLayout(scales) } };
}

function makeScale(name: string, values: readonly number[], log: boolean): Scale {
  const unfit = values.findIndex((value) => value === undefined || (log && value <= 0));
  if (unfit >= 0) {
    throw new RangeError(`parallelCoordinates: expected every trial to have a ${name}${log ? " above 0" : ""}, got ${values[unfit]}`);
  }
  const toScale = log ? Math.log : (value: number) => value;
  const fromScale = log ? Math.exp : (value: number) => value;
  const [low, high] = [Math.min(...values.map(toScale)), Math.max(...values.map(toScale))];
  const ticks = low === high ? [0.5] : [0, 0.5, 1];
  return {
    name,
    place: (value) => (low === high ? 0.5 : (toScale(value) - low) / (high - low)),
    ticks: ticks.map((at) => ({ at, text: String(Number(fromScale(low + (low === high ? 0 : at) * (high - low)).toPrecision(2))) })),
  };
}

function trialLine({ number, settings }: TrialOutcome, scales: readonly Scale[], accuracy: number, amount: number): Record<string, unknown> {
  const values = scales.map(({ name }, i) => (i === scales.length - 1 ? accuracy : settings[name]));
  return {
    type: "scatter",
    mode: "lines",
    name: `trial ${number}`,
    x: scales.map((_, i) => i),
    y: scales.map((scale, i) => scale.place(values[i])),
    text: scales.map(({ name }, i) => `trial ${number}, accuracy ${formatFixed(accuracy, 3)}<br>${name}: ${Number(values[i].toPrecision(3))}`),
    hoverinfo: "text",
    line: { color: amountColor(0.15 + (0.85 * Math.round(amount * SHADES)) / SHADES), width: 1.5 + 2 * amount, dash: "solid" },
    showlegend: false,
  };
}

function axesLayout(scales: readonly Scale[]): Record<string, unknown> {
  const line = (i: number) => ({ type: "line", x0: i, x1: i, y0: 0, y1: 1, line: { color: "#555555", width: 1 } });
  const tick = (i: number, at: number, text: string) => ({
    x: i, y: at, text, showarrow: false, xanchor: "left", xshift: 5, font: { size: 12 }, bgcolor: "rgba(255,255,255,0.75)",
  });
  return {
    showlegend: false,
    margin: { b: 25 },
    xaxis: {
      tickvals: scales.map((_, i) => i), ticktext: scales.map(({ name }) => name), side: "top", range: [-0.15, scales.length - 0.7], showgrid: false, showline: false, ticks: "",
    },
    yaxis: { range: [-0.05, 1.05], visible: false },
    shapes: scales.map((_, i) => line(i)),
    annotations: scales.flatMap(({ ticks }, i) => ticks.map(({ at, text }) => tick(i, at, text))),
  };
}
