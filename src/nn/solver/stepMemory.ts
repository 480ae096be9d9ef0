/**
 * The large arrays of a training step: the parameters, their gradients and the minibatch. They lie
 * in the engine's memory for as long as training lasts, so that no step allocates or copies them.
 */
import type { Examples } from "../../numeric/array/examples.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { placedCopy, placedZeros, release } from "../../numeric/array/placement.js";
import type { Parameters } from "../models/model.js";
import { modelDtype } from "../models/parameters.js";

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

  /** Ends it: nothing of it may be used any more. */
  release(): void {
    for (const array of [...Object.values(this.params), ...Object.values(this.grads), this.batch]) release(array);
  }
}

function mapParameters(params: Readonly<Parameters>, f: (w: NDArray) => NDArray): Parameters {
  return Object.fromEntries(Object.entries(params).map(([name, w]) => [name, f(w)]));
}
