import { describeValue } from "../../numeric/arguments/describeValue.js";
import { isFloat } from "../../numeric/array/dtype.js";
import type { NDArray } from "../../numeric/array/ndarray.js";
import { placedCopy, release } from "../../numeric/array/placement.js";
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
  return mapParameters(params, (array) => array.copy());
}

export function mapParameters(params: Readonly<Parameters>, f: (array: NDArray) => NDArray): Parameters {
  return Object.fromEntries(Object.entries(params).map(([name, array]) => [name, f(array)]));
}

/**
 * Does work on many blocks of examples while the model's parameters lie in the engine's memory: else they are copied there
 * for each block, which takes up to a fifth of the time. The work only reads them.
 */
export function withPlacedParameters<Result>(model: Pick<Model, "params">, work: () => Result): Result {
  const { params } = model;
  const copies: NDArray[] = [];
  try {
    const placed = mapParameters(params, (array) => {
      if (!isFloat(array.dtype)) return array;
      const copy = placedCopy(array);
      copies.push(copy);
      return copy;
    });
    // It stays undone in a model that does not let its parameters be replaced.
    Reflect.set(model, "params", placed);
    return work();
  } finally {
    Reflect.set(model, "params", params);
    copies.forEach(release);
  }
}
