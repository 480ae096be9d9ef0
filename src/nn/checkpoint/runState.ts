/** What of a Solver's state can be read from outside, and is kept in its checkpoints. */
import type { Model, Parameters } from "../models/model.js";
import type { OptimConfig } from "../optim/updateRule.js";
import type { SettledOptions } from "../solver/solverOptions.js";

export interface SolverState {
  readonly model: Model;
  readonly options: SettledOptions;
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
