/** What two hyperparameters of a grid do together. */
import { formatFixed } from "../../numeric/print/number.js";
import type { Figure, FigureOptions } from "./figure.js";
import { labelledHeatmap } from "./labelledHeatmap.js";
import type { TrialOutcome } from "./trialOutcome.js";

export interface SettingsHeatmapOptions extends FigureOptions {
  /** hyperparameter of the columns, by the name of its setting */
  readonly columns: string;
  /** hyperparameter of the rows */
  readonly rows: string;
}

/**
 * Best validation accuracy by two hyperparameters: the highest where several trials share a cell,
 * and a cross where all of them diverged.
 *
 * @throws {RangeError} if there is no trial, or they lack one of the hyperparameters
 * @example
 * const trial = { bestValAcc: 0.3, valAccHistory: [], status: "finished" };
 * const trials = [1e-3, 1e-2].map((learningRate) => ({ ...trial, settings: { learningRate, reg: 0 } }));
 * settingsHeatmap(trials, { columns: "learningRate", rows: "reg" }).data[0].z // [ [ 0.3, 0.3 ] ]
 */
export function settingsHeatmap(
  trials: readonly TrialOutcome[],
  { columns, rows, ...options }: SettingsHeatmapOptions,
): Figure {
  const [columnValues, rowValues] = [settingsOf(trials, columns), settingsOf(trials, rows)];
  const best = (row: number, column: number): number => {
    const inCell = trials.filter(({ settings }) => settings[rows] === row && settings[columns] === column);
    const accuracies = inCell.filter(({ status }) => status !== "diverged").map(({ bestValAcc }) => bestValAcc);
    return accuracies.length === 0 ? NaN : Math.max(...accuracies);
  };
  const values = rowValues.map((row) => columnValues.map((column) => best(row, column)));
  const texts = values.map((row) => row.map((value) => (Number.isNaN(value) ? "×" : formatFixed(value, 3))));
  return labelledHeatmap(
    { columns: columnValues.map(String), rows: rowValues.map(String), values, texts },
    { title: "Validation accuracy", columnTitle: columns, rowTitle: rows, ...options },
  );
}

/** The different values of a hyperparameter, ascending. */
function settingsOf(trials: readonly TrialOutcome[], name: string): number[] {
  const values = trials.map(({ settings }) => settings[name] ?? NaN);
  if (values.length === 0 || values.some(Number.isNaN)) {
    throw new RangeError(`settingsHeatmap: expected trials with a setting for ${name}, got ${values.length === 0 ? "no trial" : "one without it"}`);
  }
  return [...new Set(values)].sort((a, b) => a - b);
}
