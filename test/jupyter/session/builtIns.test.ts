import { afterEach, expect, it } from "vitest";
import { BuiltIns } from "../../../src/jupyter/session/builtIns.js";

type Any = Record<PropertyKey, any>;
const global = globalThis as Any;
const define = Object.defineProperty;

/** What is put back after a change, and what a second look finds then. */
function restored(change: () => void, behindAccessors: Record<string, unknown> = {}): string[] {
  const builtIns = new BuiltIns(behindAccessors);
  change();
  const names = builtIns.restore();
  expect(builtIns.restore()).toEqual([]);
  return names;
}

class Own {
  static size = 1;
  half(): number {
    return Own.size / 2;
  }
}
afterEach(() => void Reflect.deleteProperty(globalThis, "Own"));

const BROKEN: [name: string, change: () => unknown][] = [
  ["Array.prototype.push", () => (Array.prototype.push = null as any)],
  ["Array.from", () => (Array.from = null as any)],
  ["WeakRef.prototype.deref", () => (WeakRef.prototype.deref = null as any)],
  ["FinalizationRegistry.prototype.register", () => (FinalizationRegistry.prototype.register = null as any)],
  ["SharedArrayBuffer.prototype.slice", () => (SharedArrayBuffer.prototype.slice = null as any)],
  ["globalThis.Float64Array", () => (global.Float64Array = null)],
  ["TextEncoder.prototype.encode", () => (TextEncoder.prototype.encode = null as any)],
  ["globalThis.Map", () => (global.Map = 5)],
  ["globalThis.queueMicrotask", () => Reflect.deleteProperty(globalThis, "queueMicrotask")],
  ["globalThis.parseInt", () => (global.parseInt = () => 1)],
  ["JSON.stringify", () => (JSON.stringify = null as any)],
  ["Array.prototype", () => ((Array.prototype as Any)[Symbol.iterator] = null)],
  ["Array.prototype", () => Object.setPrototypeOf(Array.prototype, null)],
  ["Map.prototype.size", () => define(Map.prototype, "size", { get: () => 1 })],
  ["Object.prototype.__proto__", () => define(Object.prototype, "__proto__", { set: () => {} })],
  ["TypedArray.prototype.set", () => (Object.getPrototypeOf(Uint8Array).prototype.set = null)],
  ["Array Iterator.next", () => (Object.getPrototypeOf([].values()).next = null)],
  ["Map Iterator.next", () => (Object.getPrototypeOf(new Map().keys()).next = null)],
  ["Set Iterator.next", () => (Object.getPrototypeOf(new Set().keys()).next = null)],
  ["String Iterator.next", () => (Object.getPrototypeOf(""[Symbol.iterator]()).next = null)],
  ["RegExp String Iterator.next", () => (Object.getPrototypeOf("".matchAll(/x/g)).next = null)],
  ["Iterator.prototype", () => define(Object.getPrototypeOf(Object.getPrototypeOf([].values())), Symbol.iterator, { value: null })],
];

it("has nothing to put back, though Node brings some globals only when they are asked for", () => {
  expect(restored(() => new TextDecoder())).toEqual([]);
});

it.each(BROKEN)("puts back %s", (name, change) => {
  expect(restored(change)).toEqual([name]);
});

it.each(["get", "set", "value", "writable", "enumerable", "configurable", "then", "toJSON"])("takes %s from what everything inherits", (key) => {
  expect(restored(() => ((Object.prototype as Any)[key] = 1))).toEqual([`Object.prototype.${key}`]);
  expect(key in {}).toBe(false);
});

it("names all that it puts back, and needs none of it", () => {
  const names = restored(() => {
    Array.prototype.map = Array.prototype.push = null as any;
    define(Array.prototype, "0", { get: () => 1, set: () => {}, configurable: true });
    (Object.prototype as Any)["get"] = () => 2;
  });
  Reflect.deleteProperty(Array.prototype, "0");
  expect(names.toSorted()).toEqual(["Array.prototype.length", "Array.prototype.map", "Array.prototype.push", "Object.prototype.get"]);
});

it("leaves what people replace on purpose, and what they add", () => {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const { cbrt } = Math;
  const fixed = (): number => 0.5;
  const names = restored(() => {
    Error.stackTraceLimit = 3;
    Error.prepareStackTrace = () => "";
    Math.cbrt = fixed;
    (Array.prototype as Any)["third"] = fixed;
  });
  const left = [Error.stackTraceLimit, Error.prepareStackTrace?.(new Error(), []), Math.cbrt, (Array.prototype as Any)["third"]];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  Math.cbrt = cbrt;
  Reflect.deleteProperty(Array.prototype, "third");
  expect([names, left]).toEqual([[], [3, "", fixed, fixed]]);
});

it("puts back globals behind accessors, with what a function has", () => {
  global.Own = Own;
  const { half } = Own.prototype;
  const change = (): void => {
    global.Own = undefined;
    Own.size = 5;
    Own.prototype.half = () => 0;
    (Own.prototype as Any)["then"] = 1;
  };
  expect(restored(change, { Own }).toSorted()).toEqual(["Own", "Own.prototype.half", "Own.prototype.then", "Own.size"]);
  expect([global.Own, Own.size, Own.prototype.half, "then" in Own.prototype]).toEqual([Own, 1, half, false]);
});

it("looks at no more than the name of what is no function", () => {
  const object = { size: 1 };
  global.Own = object;
  expect(restored(() => void (object.size = 2), { Own: object })).toEqual([]);
  expect(object.size).toBe(2);
});

it("does not name what cannot be put back", () => {
  class Fixed {
    static size = 1;
  }
  global.Own = Fixed;
  const builtIns = new BuiltIns({ Own: Fixed });
  define(Fixed, "size", { value: 2, writable: false, configurable: false });
  Object.setPrototypeOf(Fixed, null);
  Object.preventExtensions(Fixed);
  expect(builtIns.restore()).toEqual([]);
  expect(Fixed.size).toBe(2);
});
