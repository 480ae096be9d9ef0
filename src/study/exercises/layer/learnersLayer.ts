/** The learner's pair of functions, called in a way that one mistake does not hide another. */
import { NDArray } from "../../../numeric/array/ndarray.js";
import type { Cause } from "../diagnoses.js";
import { words } from "../words/words.js";
import { causesOf, isArray, pairOf, wrongResult } from "../wrongResult.js";
import { type Arrays, gradientName } from "./layerSubject.js";

/** Takes the layer's inputs in order and returns `[out, cache]`. */
export type Forward = (...inputs: any[]) => unknown;
/** Takes the upstream gradient and the cache; returns `{ dx, dw, db }`, or dx alone where x is the only input. */
export type Backward = (dout: NDArray, cache: any) => unknown;

/**
 * @param inputs passed on as they are
 * @throws {NoResult} if forward returns something other than `[out, cache]`
 */
export function callForward(forward: Forward, inputs: Arrays): [out: NDArray, cache: unknown] {
  const result = forward(...Object.values(inputs));
  return pairOf(result, {
    expected: words().expectedForward,
    isFirst: isArray,
    isSecond: () => true,
    alone: "cacheMissing",
    isExchanged: ([first, second]) => !isArray(first) && isArray(second),
  });
}

/**
 * @param inputs names of the layer's inputs
 * @returns the gradients by name
 * @throws {NoResult} if backward does not return them all
 */
export function callBackward(backward: Backward, dout: NDArray, cache: unknown, inputs: readonly string[]): Arrays {
  const result = backward(dout, cache);
  if (inputs.length === 1 && isArray(result)) return { [gradientName(inputs[0]!)]: result };
  const names = inputs.map(gradientName);
  const record = (typeof result === "object" && result !== null ? result : {}) as Record<string, unknown>;
  // a number in place of an array has a cause of its own
  const missing = names.filter((name) => !isArray(record[name]) && typeof record[name] !== "number");
  if (missing.length === 0) return record as Arrays;
  const expected = words().expectedBackward(names.length === 1 ? `${names[0]}, an NDArray` : `{ ${names.join(", ")} } of NDArrays`);
  throw wrongResult(expected, result, [...causesOf(result), ...listCause(result, names), ...missingCause(record, names, missing)]);
}

function listCause(result: unknown, names: readonly string[]): Cause[] {
  return Array.isArray(result) && names.length > 1 && result.length === names.length && result.every(isArray) ? ["listForRecord"] : [];
}

/** Some gradients, or all under other names, such as dX. */
function missingCause(record: Record<string, unknown>, names: readonly string[], missing: readonly string[]): Cause[] {
  if (missing.some((name) => isList(record[name]))) return ["listForArray"];
  const isAbsent = missing.every((name) => record[name] === undefined);
  return isAbsent && !Array.isArray(record) && Object.values(record).some(isArray) && names.length > 1 ? ["gradientMissing"] : [];
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.flat(Infinity).every((item) => typeof item === "number");
}

/** Other inputs of the same shapes. */
export function othersOf(inputs: Arrays): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(inputs).map(([name, array]) => [name, array.mul(-2)]));
}

export function copies(arrays: Arrays): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.copy()]));
}
