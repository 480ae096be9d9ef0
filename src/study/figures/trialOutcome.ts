/** What the figures of a search need to know of a trial; a sweep's results have it all. */
export interface TrialOutcome {
  readonly number: number;
  /** hyperparameters by name */
  readonly settings: Readonly<Record<string, number>>;
  readonly status: "finished" | "stopped" | "diverged";
  /** from 0 to 1 */
  readonly bestValAcc: number;
  /** from 0 to 1, for the start and each epoch that it was trained */
  readonly valAccHistory: readonly number[];
}
