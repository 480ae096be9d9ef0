import { describeValue } from "../arguments/describeValue.js";

/** The error for what should have been an NDArray, with how to make one of it. */
export function notAnArray(caller: string, argument: string, value: unknown): TypeError {
  return new TypeError(`${caller}: expected ${argument} to be an NDArray, got ${describeValue(value)}${remedy(value)}`);
}

function remedy(value: unknown): string {
  if (value instanceof Promise) return "; await it";
  if (ArrayBuffer.isView(value)) return "; new NDArray(values, shape) makes one";
  if (!Array.isArray(value)) return "";
  return isForwardResult(value) ? "; a forward pass returns [out, cache]: take the first" : "; array(list) makes one";
}

function isForwardResult(list: readonly unknown[]): boolean {
  const [, cache] = list;
  return list.length === 2 && typeof cache === "object" && cache !== null && "layer" in cache;
}
