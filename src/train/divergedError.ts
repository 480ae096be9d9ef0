/** Training that has left the numbers: its loss or its scores are NaN or infinite. */
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
