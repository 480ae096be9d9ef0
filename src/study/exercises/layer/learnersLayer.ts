/** The learner's pair of functions, called in a way that one mistake does not hide another. */
import { NDArray } from "../../../numeric/array/ndarray.js";
import { type Arrays, gradientName } from "./layerSubject.js";

/** Takes the layer's inputs in order and returns `[out, cache]`. */
export type Forward = (...inputs: any[]) => unknown;
/** Takes the upstream gradient and the cache; returns `{ dx, dw, db }`, or dx alone where x is the only input. */
export type Backward = (dout: NDArray, cache: any) => unknown;

/**
 * @param inputs passed on as they are
 * @throws {TypeError} if forward returns something other than `[out, cache]`
 */
export function callForward(forward: Forward, inputs: Arrays): [out: NDArray, cache: unknown] {
  const result = forward(...Object.values(inputs));
  if (Array.isArray(result) && result.length === 2 && result[0] instanceof NDArray) {
    return result as [NDArray, unknown];
  }
  throw new TypeError(`expected forward to return [out, cache] with out an NDArray, got ${kindOf(result)}`);
}

/**
 * @param inputs names of the layer's inputs
 * @returns the gradients by name
 * @throws {TypeError} if backward does not return them all
 */
export function callBackward(backward: Backward, dout: NDArray, cache: unknown, inputs: readonly string[]): Arrays {
  const result = backward(dout, cache);
  if (inputs.length === 1 && result instanceof NDArray) return { [gradientName(inputs[0])]: result };
  const names = inputs.map(gradientName);
  const record = (typeof result === "object" && result !== null ? result : {}) as Record<string, unknown>;
  if (names.every((name) => record[name] instanceof NDArray)) return record as Arrays;
  const expected = names.length === 1 ? `${names[0]}, an NDArray` : `{ ${names.join(", ")} } of NDArrays`;
  throw new TypeError(`expected backward to return ${expected}, got ${kindOf(result)}`);
}

export function copies(arrays: Arrays): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.copy()]));
}

/** A value in two or three words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value instanceof NDArray) return "an NDArray";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return `an object with ${Object.keys(value).join(", ") || "nothing in it"}`;
  return `a ${typeof value}`;
}
