/** Checks a learner's own step of training: draw a batch, ask for loss and gradients, update. */
import type { CheckReport } from "./checkReport.js";
import { runChecks } from "./runChecks.js";
import { stepChecks, type SolverStep } from "./training/stepChecks.js";

export type { SolverStep };

/**
 * Checks one step of training with SGD: how the batch is drawn, that examples and labels belong
 * together, the update of every parameter, the loss that is returned, a loss of NaN, and whether data and
 * options stay unchanged.
 *
 * @param step takes a model, `{ XTrain, yTrain }` and `{ batchSize, learningRate, random }`; it draws
 * `random.choice(N, batchSize)`, updates `model.params` and returns the batch's loss, and throws if that is not a finite number
 * @returns what was found; whatever the function throws is a finding too
 * @example
 * function solverStep(model, { XTrain, yTrain }, { batchSize, learningRate, random }) {
 *   const chosen = random.choice(yTrain.length, batchSize);
 *   const [loss, grads] = model.loss(XTrain.takeRows(chosen.data), Array.from(chosen.data, (i) => yTrain[i]));
 *   if (!Number.isFinite(loss)) throw new Error("the loss is not finite");
 *   for (const name of Object.keys(grads)) model.params[name] = model.params[name].sub(grads[name].mul(learningRate));
 *   return loss;
 * }
 * checkSolverStep(solverStep).headline // "Solver step: 10 of 10 checks passed"
 */
export function checkSolverStep(step: SolverStep): CheckReport {
  return runChecks("step", [stepChecks(step)]);
}
