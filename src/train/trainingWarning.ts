/** Trouble that training can be in without failing, each told once. */

/** The kinds of trouble that are looked for. */
export type TroubleKind = "divergence" | "silent units" | "constant prediction" | "accuracy of one class";

/** Trouble that was seen while training. */
export interface TrainingWarning {
  readonly kind: TroubleKind;
  /** iterations done in all when it showed */
  readonly iteration: number;
  /** what was seen, its likely cause and what to do */
  readonly message: string;
}
