import { describeValue } from "../../numeric/arguments/describeValue.js";
import type { Model, Parameters } from "./model.js";

/** The float type that a model computes in: that of its first parameter. */
export function modelDtype(params: Readonly<Parameters>): "float64" | "float32" {
  return Object.values(params)[0]?.dtype === "float32" ? "float32" : "float64";
}

/** @throws {TypeError} if there are no parameters, scores or loss */
export function checkIsModel(caller: string, model: Model): void {
  const isModel = typeof model?.scores === "function" && typeof model.loss === "function" && typeof model.params === "object";
  if (!isModel) throw new TypeError(`${caller}: expected a model with params, scores(X) and loss(X, y), got ${describeValue(model)}`);
}

export function copyParameters(params: Readonly<Parameters>): Parameters {
  return Object.fromEntries(Object.entries(params).map(([name, array]) => [name, array.copy()]));
}
