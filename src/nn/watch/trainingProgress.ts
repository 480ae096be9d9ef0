/** What the Solver tells while it trains, to whoever draws a progress bar. */

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

/** The kinds of trouble that training can be in without failing, each told once. */
export type TroubleKind = "divergence" | "silent units" | "constant prediction" | "accuracy of one class";

/** Trouble that was seen while training. */
export interface TrainingWarning {
  readonly kind: TroubleKind;
  /** iterations done in all when it showed */
  readonly iteration: number;
  /** what was seen, its likely cause and what to do */
  readonly message: string;
}
