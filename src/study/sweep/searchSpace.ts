/**
 * What a sweep searches: for each hyperparameter a list of values to try, or a range to draw from.
 * Learning rates and regularisation act by their order of magnitude, so that their ranges are
 * drawn from on a logarithmic scale: as many draws from 1e-4 to 1e-3 as from 1e-3 to 1e-2.
 */
import { checkCount, checkNotNegative, checkPositive } from "../../numeric/arguments/check.js";
import { unknownName } from "../../numeric/arguments/fillOptions.js";

/** The hyperparameters of one training; a type alias, so that it is a record of numbers too. */
export type TrialSettings = {
  /** step size of the update rule, above 0 */
  readonly learningRate: number;
  /** strength of the L2 regularisation, 0 or more */
  readonly reg: number;
  /** hidden units, 1 or more */
  readonly hiddenDim: number;
  /** the learning rate is multiplied by this after each epoch, above 0 */
  readonly lrDecay: number;
};

/** The settings that a search can vary. */
export type Hyperparameter = keyof TrialSettings;

/** Numbers from low to high, drawn evenly on a scale. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly scale: "linear" | "log";
}

/** Values or a range for each hyperparameter that is searched; one that is left out keeps its default. */
export type SearchSpace = { readonly [Name in Hyperparameter]?: readonly number[] | ValueRange };

/** In the order in which a trial's values are drawn, with what a training has where the space is silent. */
export const DEFAULT_SETTINGS: TrialSettings = { learningRate: 1e-3, reg: 0, hiddenDim: 100, lrDecay: 1 };

export const HYPERPARAMETERS = Object.keys(DEFAULT_SETTINGS) as readonly Hyperparameter[];

/**
 * A range to draw from evenly.
 *
 * @throws {RangeError} if low or high is not finite, or high is below low
 * @example
 * uniform(0, 0.5) // { low: 0, high: 0.5, scale: 'linear' }
 * uniform(1, 0) // RangeError: uniform: expected finite low <= high, got low 1 and high 0
 */
export function uniform(low: number, high: number): ValueRange {
  if (!(high - low >= 0 && high - low < Infinity)) {
    throw new RangeError(`uniform: expected finite low <= high, got low ${low} and high ${high}`);
  }
  return { low, high, scale: "linear" };
}

/**
 * A range to draw from evenly by order of magnitude.
 *
 * @param low above 0
 * @throws {RangeError} unless 0 < low <= high, and both are finite
 * @example
 * logUniform(1e-4, 1e-2) // { low: 0.0001, high: 0.01, scale: 'log' }, drawn as often below 1e-3 as above
 */
export function logUniform(low: number, high: number): ValueRange {
  if (!(low > 0 && high >= low && high < Infinity)) {
    throw new RangeError(`logUniform: expected 0 < low <= high, both finite, got low ${low} and high ${high}`);
  }
  return { low, high, scale: "log" };
}

/**
 * @throws {TypeError} if a hyperparameter has an unknown name, or neither a list nor a range
 * @throws {RangeError} if a list is empty, or a value cannot be that hyperparameter's
 */
export function checkSpace(space: SearchSpace): void {
  for (const [name, values] of Object.entries(space) as [Hyperparameter, SearchSpace[Hyperparameter]][]) {
    if (!HYPERPARAMETERS.includes(name)) throw new TypeError(`sweep: ${unknownName("hyperparameter", name, HYPERPARAMETERS)}`);
    if (values === undefined) continue;
    if (!isList(values) && !isRange(values)) {
      throw new TypeError(`sweep: expected ${name} to be a list of values, or a range as uniform and logUniform give, got ${String(values)}`);
    }
    const samples = isList(values) ? values : [values.low, values.high];
    if (samples.length === 0) throw new RangeError(`sweep: expected ${name} to list at least one value, got none`);
    for (const value of samples) checkSetting(name, isList(values) ? value : settingOf(name, value));
  }
}

/** A drawn number as the hyperparameter takes it: hidden units are whole. */
export function settingOf(name: Hyperparameter, value: number): number {
  return name === "hiddenDim" ? Math.round(value) : value;
}

export function isList(values: readonly number[] | ValueRange): values is readonly number[] {
  return Array.isArray(values);
}

function isRange(values: unknown): values is ValueRange {
  const { scale } = (values ?? {}) as Partial<ValueRange>;
  return scale === "linear" || scale === "log";
}

function checkSetting(name: Hyperparameter, value: number): void {
  if (name === "hiddenDim") checkCount("sweep", name, value);
  else if (name === "reg") checkNotNegative("sweep", name, value);
  else checkPositive("sweep", name, value);
}
