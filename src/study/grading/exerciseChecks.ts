/** The check of an exercise, by the words of `grading.json`. */
import { checkAccuracy } from "../exercises/checkAccuracy.js";
import { checkLayer, type LayerName } from "../exercises/checkLayer.js";
import { checkLoss, type LossName } from "../exercises/checkLoss.js";
import { checkNetwork } from "../exercises/checkNetwork.js";
import type { CheckReport } from "../exercises/checkReport.js";
import { checkSolverStep } from "../exercises/checkSolverStep.js";
import { checkUpdateRule, type RuleName } from "../exercises/checkUpdateRule.js";

/** What is checked: its kind, and which of its kind, such as `{ kind: "layer", name: "affine" }`. */
export interface CheckedExercise {
  readonly kind: "layer" | "loss" | "network" | "rule" | "accuracy" | "step";
  readonly name?: string;
}

/** The learner's functions, in the order of the exercise's list. */
export type Functions = readonly any[];

/**
 * The report that the learner's own notebook shows for these functions.
 *
 * @throws {RangeError} if there is no such check
 */
export function exerciseReport({ kind, name = "" }: CheckedExercise, functions: Functions): CheckReport {
  const [first, second] = functions;
  switch (kind) {
    case "layer": return checkLayer(name as LayerName, first, second);
    case "loss": return checkLoss(name as LossName, first);
    case "network": return checkNetwork(first);
    case "rule": return checkUpdateRule(name as RuleName, first);
    case "accuracy": return checkAccuracy(first);
    case "step": return checkSolverStep(first);
    default: throw new RangeError(`exerciseReport: expected a check of layer, loss, network, rule, accuracy or step, got ${JSON.stringify(kind)}`);
  }
}
