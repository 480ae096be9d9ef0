/** What a sweep tells while it runs, to whoever draws a progress bar. */

export interface SweepState {
  /** training steps done, over all trainings; those that diverged trials do without count as done */
  readonly iteration: number;
  /** of the whole sweep */
  readonly numIterations: number;
  /** from 1 */
  readonly rung: number;
  readonly numRungs: number;
  /** trainings that are over */
  readonly runs: number;
  readonly numRuns: number;
  /** best validation accuracy so far, from 0 to 1 */
  readonly bestValAcc: number;
}

/** Who is told of a sweep while it runs, e.g. a progress bar; what it throws fails the sweep. */
export interface SweepProgress {
  /** Four times a second, and when a training is over. */
  update(state: SweepState): void;
  /** Once, when the sweep has ended, whether it is done or failed. */
  end(): void;
}
