/** A model that keeps what it is asked, so that a check sees what a training step does with it. */
import { array } from "../../../numeric/array/create.js";
import { NDArray } from "../../../numeric/array/ndarray.js";

/** Six examples of two numbers; each names itself by its first, and its label is ten times that. */
export const EXAMPLES = array([[0, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1]]);
export const LABELS: readonly number[] = [0, 10, 20, 30, 40, 50];

export class ProbeModel {
  params: Record<string, NDArray>;
  /** examples and labels of each call of loss */
  readonly asked: { readonly rows: number[]; readonly labels: number[] }[] = [];
  readonly #loss: number;

  constructor(loss: number) {
    this.params = probeParameters();
    this.#loss = loss;
  }

  scores(X: NDArray): NDArray {
    return X;
  }

  /** The gradients are fixed: each is ten times its parameter. */
  loss(X: NDArray, y: NDArray | ArrayLike<number>): [loss: number, grads: Record<string, NDArray>] {
    const rows = Array.from({ length: X.shape[0] }, (_, i) => X.get(i, 0));
    this.asked.push({ rows, labels: Array.from(y instanceof NDArray ? y.data : y) });
    return [this.#loss, probeGradients()];
  }
}

export function probeParameters(): Record<string, NDArray> {
  return { W1: array([[1, -2]]), b1: array([3, 4]), W2: array([[5], [-6]]), b2: array([7]) };
}

export function probeGradients(): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(probeParameters()).map(([name, w]) => [name, w.mul(10)]));
}
