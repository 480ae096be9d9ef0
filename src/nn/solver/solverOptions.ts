/** The Solver's options, by name. */
import type { UpdateRuleName } from "../optim/findUpdateRule.js";
import type { OptimConfig, UpdateRule } from "../optim/updateRule.js";
import type { RandomState } from "../../numeric/random/randomState.js";
import type { TrainingProgress } from "../watch/trainingProgress.js";

/** Options of `new Solver`. */
export interface SolverOptions {
  /** a rule or its name, default "sgd" */
  readonly updateRule?: UpdateRuleName | UpdateRule;
  /** settings of the update rule, e.g. `{ learningRate: 1e-3 }`; each parameter gets a copy */
  readonly optimConfig?: Readonly<Record<string, unknown>> & OptimConfig;
  /** the learning rate is multiplied by this after each epoch, above 0; default 1 */
  readonly lrDecay?: number;
  /** examples per step, drawn with replacement; default 100 */
  readonly batchSize?: number;
  /** passes over the training set, default 10 */
  readonly numEpochs?: number;
  /** training examples drawn for each accuracy check, default 1000; null for all */
  readonly numTrainSamples?: number | null;
  /** validation examples drawn for each accuracy check; default null, all of them */
  readonly numValSamples?: number | null;
  /** print the loss every so many iterations, default 10 */
  readonly printEvery?: number;
  /** print at all, default true */
  readonly verbose?: boolean;
  /** write `<name>_epoch_<n>.npz` after each epoch; default null, no files */
  readonly checkpointName?: string | null;
  /** draws batches and samples; pass the one that drew the weights for NumPy's stream; default seed 0 */
  readonly random?: RandomState;
  /** is given each line that is printed; default console.log */
  readonly log?: (line: string) => void;
  /** is told of every iteration, e.g. to draw a progress bar */
  readonly progress?: TrainingProgress | null;
}

/** The options with their defaults filled in. */
export interface SettledOptions extends Required<Omit<SolverOptions, "updateRule">> {
  readonly updateRule: UpdateRule;
}
