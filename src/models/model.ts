/** What the Solver asks of a model; any object of this form can be trained. */
import { describeValue } from "../arguments/describeValue.js";
import type { Examples } from "../array/examples.js";
import type { NDArray } from "../array/ndarray.js";
import type { Labels } from "../layers/labels.js";
import type { Parameters } from "./parameterFile.js";

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

/** The float type that a model computes in: that of its first parameter. */
export function modelDtype(params: Readonly<Parameters>): "float64" | "float32" {
  return Object.values(params)[0]?.dtype === "float32" ? "float32" : "float64";
}

/** @throws {TypeError} if there are no parameters, scores or loss */
export function checkIsModel(caller: string, model: Model): void {
  const isModel = typeof model?.scores === "function" && typeof model.loss === "function" && typeof model.params === "object";
  if (!isModel) throw new TypeError(`${caller}: expected a model with params, scores(X) and loss(X, y), got ${describeValue(model)}`);
}
