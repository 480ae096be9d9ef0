/** A model that keeps what it is asked, so that a check sees what a training step does with it. */
import { array } from "../../../numeric/array/create.js";
import { NDArray } from "../../../numeric/array/ndarray.js";

/** Seven examples of two numbers; each names itself by its first, and its label is ten times that and three more. */
export const EXAMPLES = array([[0, 8], [1, 6], [2, 9], [3, 7], [4, 5], [5, 3], [6, 4]]);
export const LABELS: readonly number[] = [3, 13, 23, 33, 43, 53, 63];

/** What a step is told; the rate is nobody's default. */
export interface StepOptions {
  readonly seed: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** what the model gives */
  readonly loss: number;
}

export class ProbeModel {
  params: Record<string, NDArray>;
  /** no step's business */
  reg = 0.125;
  /** examples and labels of each call of loss; a row that is no example is -1 */
  readonly asked: { readonly rows: number[]; readonly labels: number[] }[] = [];
  readonly #loss: number;

  constructor(loss: number) {
    this.params = probeParameters();
    this.#loss = loss;
  }

  scores(X: NDArray): NDArray {
    return X;
  }

  /** The gradients are fixed, and have nothing to do with the parameters. */
  loss(X: NDArray, y: NDArray | ArrayLike<number>): [loss: number, grads: Record<string, NDArray>] {
    const rows = Array.from({ length: X.shape[0]! }, (_, i) => rowOf(X, i));
    this.asked.push({ rows, labels: Array.from(y instanceof NDArray ? y.data : y) });
    return [this.#loss, probeGradients()];
  }
}

function rowOf(X: NDArray, i: number): number {
  return LABELS.findIndex((_, row) => X.ndim === 2 && X.shape[1] === 2 && [0, 1].every((j) => X.get(i, j) === EXAMPLES.get(row, j)));
}

export function probeParameters(): Record<string, NDArray> {
  return { W1: array([[1.5, -2.25]]), b1: array([3.5, 4.75]), W2: array([[5.25], [-6.5]]), b2: array([7.75]) };
}

export function probeGradients(): Record<string, NDArray> {
  return { W1: array([[-0.75, 1.25]]), b1: array([2.5, -3.25]), W2: array([[0.625], [4.5]]), b2: array([-1.75]) };
}
