/** What of a Solver's state can be read from outside, and is kept in its checkpoints. */
import type { Model, Parameters } from "../models/model.js";
import type { RandomState } from "../../numeric/random/randomState.js";
import type { OptimConfig, UpdateRule } from "../optim/updateRule.js";

export interface SolverState {
  readonly model: Model;
  /** numbers, texts and truth values beside those that are not, which no file can hold as they are */
  readonly options: {
    readonly updateRule: UpdateRule;
    readonly random: RandomState;
    readonly optimConfig: unknown;
    readonly log: unknown;
    readonly progress: unknown;
  };
  /** one per parameter, with the learning rate as it stands */
  readonly optimConfigs: Readonly<Record<string, OptimConfig>>;
  /** epochs completed */
  readonly epoch: number;
  /** loss of each iteration's minibatch */
  readonly lossHistory: readonly number[];
  /** from 0 to 1 */
  readonly trainAccHistory: readonly number[];
  /** from 0 to 1 */
  readonly valAccHistory: readonly number[];
  /** from 0 to 1 */
  readonly bestValAcc: number;
  /** the parameters that reached it */
  readonly bestParams: Readonly<Parameters>;
}
