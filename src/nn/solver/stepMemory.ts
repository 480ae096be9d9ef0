/**
 * The large arrays of a training step: the parameters, their gradients and the minibatch. They lie
 * in the engine's memory for as long as training lasts, so that no step allocates or copies them.
 */
import type { Examples } from "../../numeric/array/examples.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { placedCopy, placedZeros, release } from "../../numeric/array/placement.js";
import type { RandomState } from "../../numeric/random/randomState.js";
import type { Parameters } from "../models/model.js";
import { mapParameters, modelDtype } from "../models/parameters.js";

export class StepMemory {
  /** copies of the model's parameters, updated in place */
  readonly params: Parameters;
  /** where the model may put its gradients */
  readonly grads: Parameters;
  /** (batchSize, d1, ..., dk) */
  readonly batch: NDArray;

  /** @throws {Error} if the engine's memory has no room for them */
  constructor(params: Readonly<Parameters>, X: Examples, batchSize: number) {
    this.params = mapParameters(params, placedCopy);
    this.grads = mapParameters(this.params, (w) => placedZeros(w.shape, w.dtype as "float64" | "float32"));
    this.batch = placedZeros([batchSize, ...X.shape.slice(1)], modelDtype(params));
  }

  /**
   * A minibatch, drawn with replacement: one `choice(N, batchSize)`.
   *
   * @param labels one for each of the N examples
   * @returns the examples, in `batch`, and their labels
   */
  draw(X: Examples, labels: Int32Array, random: RandomState): [X: NDArray, y: NDArray] {
    const chosen = random.choice(labels.length, this.batch.shape[0]).data;
    const y = new NDArray(Int32Array.from(chosen, (i) => labels[i]), [chosen.length]);
    return [X.takeRows(chosen, this.batch), y];
  }

  /** Ends it: nothing of it may be used any more. */
  release(): void {
    for (const array of [...Object.values(this.params), ...Object.values(this.grads), this.batch]) release(array);
  }
}
