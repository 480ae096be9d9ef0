/**
 * The built-in objects on which the kernel, the compiler and Node rest, in the realm that they share with the cells: a
 * cell that breaks `Array.prototype.push` would break every cell behind it. They are put back as they were.
 *
 * Left as a cell leaves them are Math and Date, which people replace on purpose and nobody here needs, the timers and
 * the console. What a cell adds stays, but for a few names that no object may inherit.
 */

// What puts them back must not need them.
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
const { is } = Object;

const GLOBALS = (
  "Object Function Array String Number Boolean Symbol BigInt RegExp JSON Reflect Proxy Promise Map Set WeakMap WeakSet WeakRef " +
  "FinalizationRegistry Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer " +
  "SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array " +
  "Float32Array Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURIComponent " +
  "decodeURIComponent globalThis queueMicrotask structuredClone URL TextDecoder TextEncoder"
).split(" ");

/** How errors are shown is the user's to choose. */
const FREE = ["stackTraceLimit", "prepareStackTrace"];

/** Inherited by everything, each of these makes objects into something else: descriptors, promises, other JSON. */
const NEVER_INHERITED = ["get", "set", "value", "writable", "enumerable", "configurable", "then", "toJSON"];

interface Kept {
  readonly object: object;
  readonly name: string;
  readonly prototype: object | null;
  readonly keys: readonly (string | symbol)[];
  /** Undefined for what is not there. */
  readonly descriptors: readonly (PropertyDescriptor | undefined)[];
}

/** Notes how the built-in objects are now. */
export class BuiltIns {
  readonly #kept: Kept[] = [];
  readonly #behindAccessors: Readonly<Record<string, unknown>>;
  readonly #accessorNames: readonly string[];

  /** @param behindAccessors globals behind a getter and a setter, which stay as they are */
  constructor(behindAccessors: Readonly<Record<string, unknown>> = {}) {
    this.#behindAccessors = behindAccessors;
    this.#accessorNames = ownKeys(behindAccessors) as string[];
    const global = globalThis as unknown as Record<string, unknown>;
    for (const name of GLOBALS) {
      if (name === "globalThis") continue;
      this.#keepWithPrototype(global[name], name);
    }
    // Only now: some of them, such as TextDecoder, Node puts there when they are first asked for.
    this.#keep(globalThis, "globalThis", GLOBALS);
    for (const name of this.#accessorNames) if (typeof behindAccessors[name] === "function") this.#keepWithPrototype(behindAccessors[name], name);
    this.#keepWithPrototype(getPrototypeOf(Uint8Array), "TypedArray");
    for (const value of [[], new Map(), new Set(), "", "".matchAll(/x/g)]) {
      const iterator = getPrototypeOf((value as Iterable<unknown>)[Symbol.iterator]()) as object;
      this.#keep(iterator, String((iterator as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]), ownKeys(iterator));
      this.#keep(getPrototypeOf(iterator) as object, "Iterator.prototype", ownKeys(getPrototypeOf(iterator) as object));
    }
  }

  /**
   * Puts back what is no longer as it was.
   *
   * @returns the names of what was put back, such as `Array.prototype.push`
   */
  restore(): string[] {
    const restored: string[] = [];
    let found = 0;
    const global = globalThis as unknown as Record<string, unknown>;
    for (let i = 0; i < this.#accessorNames.length; i++) {
      const name = this.#accessorNames[i];
      if (global[name] === this.#behindAccessors[name]) continue;
      global[name] = this.#behindAccessors[name];
      add(restored, found++, name);
    }
    for (let i = 0; i < this.#kept.length; i++) {
      const { object, name, prototype, keys, descriptors } = this.#kept[i];
      if (getPrototypeOf(object) !== prototype && setPrototypeOf(object, prototype)) add(restored, found++, name);
      for (let k = 0; k < keys.length; k++) {
        const key = keys[k];
        const before = descriptors[k];
        if (isSame(getOwnPropertyDescriptor(object, key), before)) continue;
        const done = before ? defineProperty(object, key, before) : deleteProperty(object, key);
        if (done) add(restored, found++, typeof key === "string" ? `${name}.${key}` : name);
      }
    }
    return restored;
  }

  #keepWithPrototype(value: unknown, name: string): void {
    if (!isObject(value)) return;
    this.#keep(value, name, ownKeys(value));
    const { prototype } = value as { prototype?: unknown };
    if (isObject(prototype)) this.#keep(prototype, `${name}.prototype`, [...ownKeys(prototype), ...NEVER_INHERITED]);
  }

  #keep(object: object, name: string, all: readonly (string | symbol)[]): void {
    const keys = [...new Set(all)].filter((key) => !FREE.includes(key as string));
    const descriptors = keys.map((key) => withoutPrototype(getOwnPropertyDescriptor(object, key)));
    this.#kept.push({ object, name, prototype: getPrototypeOf(object), keys, descriptors });
  }
}

/** As an own property, whatever stands in its place among what the list inherits. */
function add(list: string[], index: number, name: string): void {
  defineProperty(list, index, withoutPrototype({ value: name, writable: true, enumerable: true, configurable: true })!);
}

/** A `get` that every object inherits would count as the descriptor's own. */
function withoutPrototype(descriptor: PropertyDescriptor | undefined): PropertyDescriptor | undefined {
  if (descriptor) setPrototypeOf(descriptor, null);
  return descriptor;
}

function isSame(now: PropertyDescriptor | undefined, before: PropertyDescriptor | undefined): boolean {
  if (!now || !before) return now === before;
  withoutPrototype(now);
  return is(now.value, before.value) && now.get === before.get && now.set === before.set;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
