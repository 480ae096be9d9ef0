/** The trials of a sweep: which settings are tried, each with a random stream of its own. */
import { RandomState } from "../../numeric/random/randomState.js";
import {
  checkSpace,
  DEFAULT_SETTINGS,
  HYPERPARAMETERS,
  isList,
  type SearchSpace,
  settingOf,
  type TrialSettings,
  type ValueRange,
} from "./searchSpace.js";

export interface Trial {
  /** from 0 */
  readonly number: number;
  readonly settings: TrialSettings;
  /** of the random stream that draws the trial's weights and minibatches */
  readonly seed: number;
}

/**
 * The trials of a search: all combinations of the lists, or as many as are asked for at random.
 *
 * The order of draws: for each trial its settings in the order learningRate, reg, hiddenDim,
 * lrDecay, each one uniform double or one index, then its seed. So the first trials of a seed are
 * the same however many are drawn. A grid draws the seeds alone; its last list varies fastest.
 *
 * @param count how many at random; null for the grid
 * @param seed of the search, 0..2³²-1
 * @throws {TypeError} if a hyperparameter has an unknown name, or neither a list nor a range
 * @throws {RangeError} if a list is empty, a value cannot be that hyperparameter's, or a grid has a range
 */
export function makeTrials(space: SearchSpace, count: number | null, seed: number): Trial[] {
  checkSpace(space);
  const random = new RandomState(seed);
  const combinations = count === null ? grid(space) : undefined;
  return Array.from({ length: combinations?.length ?? count! }, (_, number) => ({
    number,
    settings: combinations?.[number] ?? drawSettings(space, random),
    seed: random.randint(2 ** 31),
  }));
}

function grid(space: SearchSpace): TrialSettings[] {
  return HYPERPARAMETERS.reduce<TrialSettings[]>(
    (combinations, name) => {
      const values = space[name] ?? [DEFAULT_SETTINGS[name]];
      if (!isList(values)) {
        throw new RangeError(`sweep: expected lists of values for a grid, got a range for ${name}; list its values, or say with \`trials\` how many to draw`);
      }
      return combinations.flatMap((settings) => values.map((value) => ({ ...settings, [name]: value })));
    },
    [DEFAULT_SETTINGS],
  );
}

function drawSettings(space: SearchSpace, random: RandomState): TrialSettings {
  const drawn = HYPERPARAMETERS.filter((name) => space[name] !== undefined);
  const values = drawn.map((name) => [name, settingOf(name, drawValue(space[name]!, random))]);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(values) };
}

function drawValue(values: readonly number[] | ValueRange, random: RandomState): number {
  if (isList(values)) return values[random.randint(values.length)];
  const { low, high, scale } = values;
  const at = random.randomSample();
  return scale === "log" ? low * (high / low) ** at : low + (high - low) * at;
}
