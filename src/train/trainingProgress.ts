/** What the Solver tells while it trains, to whoever draws a progress bar. */
import type { TrainingWarning } from "./trainingWarning.js";

/** How far a training has come. */
export interface TrainingState {
  /** steps done, from 1 */
  readonly iteration: number;
  readonly numIterations: number;
  /** epochs completed */
  readonly epoch: number;
  readonly numEpochs: number;
  /** of the last minibatch */
  readonly loss: number;
  /** from 0 to 1 */
  readonly trainAcc: number;
  /** from 0 to 1 */
  readonly valAcc: number;
  /** from 0 to 1 */
  readonly bestValAcc: number;
  /** trouble so far, each kind once, for whoever draws to show; empty if the Solver is verbose and prints it itself */
  readonly warnings: readonly TrainingWarning[];
}

/** Who is told of a training while it runs, e.g. a progress bar. */
export interface TrainingProgress {
  /** After every iteration; it must be quick. */
  update(state: TrainingState): void;
  /** Once, when training has ended, whether it reached its last iteration or failed. */
  end(): void;
}
