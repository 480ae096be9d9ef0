/** How wrong a numeric gradient is, by the step h it was taken with: a valley on logarithmic axes. */
import { type Figure, type FigureOptions, titleOf } from "./figure.js";

/** One line of the figure: errors by step. */
export interface StepSizeCurve {
  readonly name: string;
  /** relative errors, one for each step; a 0 has no place on a logarithmic axis and is left out */
  readonly errors: readonly number[];
  /** drawn thin and without markers: what theory expects, beside what was measured */
  readonly guide?: boolean;
}

/** Lowest error that the axis shows; guides go on below it. */
const FLOOR = 1e-13;

/**
 * Draws errors by step, large steps on the left, so that one reads how h is made smaller.
 *
 * @param steps each above 0
 * @param curves one or more, each with an error for each step
 * @throws {RangeError} if a curve has more or fewer errors than there are steps
 * @example
 * const { data } = stepSizeFigure([1e-2, 1e-4], [{ name: "central", errors: [1e-5, 1e-9] }]);
 * data.map(({ name, y }) => [name, y]) // [ [ 'central', [ 0.00001, 1e-9 ] ] ]
 */
export function stepSizeFigure(steps: readonly number[], curves: readonly StepSizeCurve[], options: FigureOptions = {}): Figure {
  for (const { name, errors } of curves) {
    if (errors.length !== steps.length) {
      throw new RangeError(`stepSizeFigure: expected ${steps.length} errors for ${name}, got ${errors.length}`);
    }
  }
  return {
    data: curves.map(({ name, errors, guide = false }) => ({
      type: "scatter",
      mode: guide ? "lines" : "lines+markers",
      name,
      x: [...steps],
      y: errors.map((error) => (error > 0 ? error : NaN)),
      marker: { size: 5 },
      ...(guide ? { line: { width: 1.5, color: "#555555", dash: "dot" } } : {}),
    })),
    layout: {
      title: titleOf({ title: "Error of the numeric gradient by step", ...options }),
      xaxis: { type: "log", autorange: "reversed", title: { text: "step h" }, dtick: 2, exponentformat: "power" },
      yaxis: { type: "log", range: [Math.log10(FLOOR), 0.5], title: { text: "relative error" }, dtick: 2, exponentformat: "power" },
      legend: { orientation: "h", y: -0.2, yanchor: "top", x: 0.5, xanchor: "center" },
      height: 480,
    },
  };
}
