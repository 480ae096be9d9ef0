/**
 * Training without choosing: a given number of steps of plain SGD, and the parameters of the last
 * one. Experiments that compare training with test accuracy need that, because the Solver's choice
 * of the best parameters by validation accuracy is itself a means against overfitting.
 */
import { checkCount } from "../../numeric/arguments/check.js";
import { fillOptions } from "../../numeric/arguments/fillOptions.js";
import type { Examples } from "../../numeric/array/examples.js";
import { type Labels, readLabels } from "../../nn/checks/labels.js";
import type { Model } from "../../nn/models/model.js";
import { copyParameters } from "../../nn/models/parameters.js";
import { sgd } from "../../nn/optim/sgd.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { StepMemory } from "../../nn/solver/stepMemory.js";

/** Options of `trainSteps`. */
export interface StepOptions {
  /** how many, default 100 */
  readonly steps?: number;
  /** examples per step, drawn with replacement; default 100 */
  readonly batchSize?: number;
  /** default 1e-3 */
  readonly learningRate?: number;
  /** draws `choice(N, batchSize)` for each step; default seed 0 */
  readonly random?: RandomState;
  /** is told after each step how many are done, with the model as it is then; default nobody */
  readonly afterStep?: (done: number) => void;
}

/**
 * Takes steps of plain SGD on minibatches; the model ends with the parameters of the last step.
 *
 * @param X examples, (N, d1, ..., dk)
 * @param y right classes, N whole numbers
 * @returns the loss of each step's minibatch, before the step
 * @throws {TypeError} if an option has an unknown name, or a label is not a whole number
 * @throws {RangeError} if an option is out of range, y does not fit X, or a loss is not a finite number
 * @example
 * const X = new RandomState(0).randn(50, 4);
 * const y = X.sum(1).map((sum) => Number(sum > 0));
 * const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 5, numClasses: 2, weightScale: 0.1 });
 * const losses = trainSteps(model, X, y, { steps: 200, learningRate: 0.5 });
 * [losses.length, losses.at(-1) < losses[0]] // [ 200, true ]
 */
export function trainSteps(model: Model, X: Examples, y: Labels, options: StepOptions = {}): number[] {
  const settled = fillOptions<Required<StepOptions>>("trainSteps", options, {
    steps: 100,
    batchSize: 100,
    learningRate: 1e-3,
    random: new RandomState(0),
    afterStep: () => {},
  });
  for (const name of ["steps", "batchSize"] as const) checkCount("trainSteps", name, settled[name]);
  const labels = readLabels("trainSteps", y, X.shape[0], Infinity);
  const memory = new StepMemory(model.params, X, settled.batchSize);
  model.params = memory.params;
  try {
    return Array.from({ length: settled.steps }, (_, t) => step(model, X, labels, memory, t, settled));
  } finally {
    model.params = copyParameters(memory.params);
    memory.release();
  }
}

function step(
  model: Model,
  X: Examples,
  labels: Int32Array,
  memory: StepMemory,
  t: number,
  { steps, learningRate, random, afterStep }: Required<StepOptions>,
): number {
  const [batch, y] = memory.draw(X, labels, random);
  const [loss, grads] = model.loss(batch, y, memory.grads);
  if (!Number.isFinite(loss)) {
    throw new RangeError(
      `trainSteps: expected a finite loss, got ${loss} at step ${t + 1} of ${steps}; lower the learning rate (now ${learningRate})`,
    );
  }
  for (const [name, w] of Object.entries(model.params)) sgd(w, grads[name], { learningRate }, w);
  afterStep(t + 1);
  return loss;
}
