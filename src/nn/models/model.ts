/** What the Solver asks of a model; any object of this form can be trained. */
import type { Examples } from "../../numeric/array/examples.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import type { Labels } from "../checks/labels.js";

/** Arrays by name, such as W1 and b1. */
export type Parameters = Record<string, NDArray>;

/** What the Solver can train: parameters by name, scores, and a loss with its gradients. */
export interface Model {
  /** Arrays by name; the Solver updates them in this order and in place. */
  params: Parameters;
  /** Class scores, (N, C), for N examples. */
  scores(X: Examples): NDArray;
  /**
   * The loss, and its gradient for every parameter, by the same names.
   *
   * @param into gradients of an earlier call whose memory may be used again; it may be ignored
   */
  loss(X: Examples, y: Labels, into?: Parameters): [loss: number, grads: Parameters];
}
