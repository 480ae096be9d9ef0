/** Training that has left the numbers. */
import { NanScoresError } from "../models/accuracy.js";

/** Within the Solver: what is no finite number. */
export class NotFiniteError extends RangeError {}

/** The error that a failed step is told by: a DivergedError if it left the numbers, else itself. */
export function divergence(error: unknown, done: number, numIterations: number, learningRate: number | undefined): unknown {
  if (error instanceof NotFiniteError) return new DivergedError(done + 1, numIterations, error.message, learningRate);
  if (error instanceof NanScoresError) return new DivergedError(done, numIterations, "a class score is NaN", learningRate);
  return error;
}

/**
 * Training that has left the numbers: its loss or its scores are NaN or infinite.
 *
 * @example
 * const X = new RandomState(0).randn(20, 3).mul(1e3);
 * const y = new RandomState(0).randint(0, 2, 20);
 * const model = new TwoLayerNet({ inputDim: 3, hiddenDim: 4, numClasses: 2, weightScale: 1 });
 * const data = { XTrain: X, yTrain: y, XVal: X, yVal: y };
 * const options = { batchSize: 20, numEpochs: 50, verbose: false, optimConfig: { learningRate: 1e200 } };
 * const solver = new Solver(model, data, options);
 * let caught;
 * try { solver.train(); } catch (error) { caught = error; }
 * [caught instanceof DivergedError, caught.iteration] // [ true, 2 ]
 */
export class DivergedError extends Error {
  override readonly name = "DivergedError";
  /** the iteration at which it showed, from 1 */
  readonly iteration: number;

  constructor(iteration: number, numIterations: number, what: string, learningRate: number | undefined) {
    const rate = learningRate === undefined ? "the learning rate" : `the learning rate (now ${learningRate})`;
    super(
      `Solver: ${what} at iteration ${iteration} of ${numIterations}: training has diverged. ` +
      `Lower ${rate}, e.g. by a factor of 10, and look at the scale of the data and the weights. ` +
      "The model keeps the best parameters so far",
    );
    this.iteration = iteration;
  }
}
