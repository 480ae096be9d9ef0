/** Values of a figure as plain JSON: lists for typed arrays, NDArrays and Series, text for dates. */
import { NDArray } from "../../index.js";
import { describeValue } from "../../numeric/arguments/describeValue.js";
import { readFrame } from "../table/tableBundle.js";

/**
 * @param path where in the figure the value stands, for errors: `data[0].x`
 * @throws {TypeError} if it holds something that has no place in JSON, or itself
 */
export function plainValue(value: unknown, path: string, within: readonly object[] = []): unknown {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value === "bigint") throw unfit("numbers", path, `the big integer ${value}n; Number(...) makes one of it`);
  if (typeof value === "symbol") throw unfit("numbers and text", path, "a symbol");
  if (typeof value !== "object" || value === null) return value;
  if (within.includes(value)) throw unfit("an object that does not hold itself", path, "one of the objects around it");
  const list = listOf(value, path);
  const inside = [...within, value];
  if (list !== null) return Array.from(list, (item, i) => (typeof item === "number" ? plainNumber(item) : plainValue(item, `${path}[${i}]`, inside)));
  if (value instanceof Date) return plainDate(value, path);
  if (!isRecord(value)) throw unfit("numbers, text, lists and objects", path, `${describeValue(value)}${advice(value)}`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && typeof item !== "function");
  return Object.fromEntries(entries.map(([key, item]) => [key, plainValue(item, `${path}.${key}`, inside)]));
}

/** Numbers at eight digits, more than a screen can show, and a third of the length; JSON has no NaN. */
function plainNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(8));
}

function plainDate(value: Date, path: string): string {
  if (Number.isNaN(value.getTime())) throw unfit("dates", path, "an invalid one: new Date(...) could not read what it was given");
  return value.toISOString();
}

/** The values of all that is a list, or null. */
function listOf(value: object, path: string): ArrayLike<unknown> | null {
  if (Array.isArray(value)) return value;
  if (value instanceof NDArray) return value.toList() as unknown[];
  if (value instanceof BigInt64Array || value instanceof BigUint64Array) {
    throw unfit("numbers", path, `${describeValue(value)}; Array.from(..., Number) makes numbers of it`);
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return value as unknown as ArrayLike<number>;
  return (readFrame(value as never)?.values as unknown[] | undefined) ?? null;
}

/** Not of a class that keeps its values elsewhere, such as a Map: it would look empty. */
function isRecord(value: object): boolean {
  return !(value instanceof Map || value instanceof Set || value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise
    || value instanceof RegExp || isBuffer(value) || value instanceof DataView || Symbol.iterator in value);
}

/** Shared ones are no value of their own in a page that may not share memory. */
function isBuffer(value: object): boolean {
  return ["[object ArrayBuffer]", "[object SharedArrayBuffer]"].includes(Object.prototype.toString.call(value));
}

function advice(value: object): string {
  if (value instanceof Promise) return "; await is missing before it";
  return Symbol.iterator in value ? "; [...it] makes a list of it" : "";
}

function unfit(expected: string, path: string, got: string): TypeError {
  return new TypeError(`showFigure: expected ${expected} at ${path}, got ${got}`);
}
