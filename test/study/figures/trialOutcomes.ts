import type { TrialOutcome } from "../../../src/study/figures/trialOutcome.js";

/** A trial of a search, as the figures need it. */
export const outcome = (
  number: number,
  settings: Record<string, number>,
  valAccHistory: readonly number[],
  status: TrialOutcome["status"] = "finished",
): TrialOutcome => ({ number, settings, status, bestValAcc: Math.max(...valAccHistory), valAccHistory });
