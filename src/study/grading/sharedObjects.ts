/**
 * Objects that two processes have in common: each has its own copy, known on both sides by a number, and
 * whatever one side has changed goes along with its next message. So a cache comes back as the very object
 * that it was, and what a function changes in place has changed for the one who called it.
 */
import { NDArray } from "../../numeric/array/ndarray.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { type Content, type Packed, primitive, valueOf, type Wire } from "./packed.js";
import { bytesText, isNumbers, numbers, overwrite, typeName } from "./typedNumbers.js";

/** A function of the other side, or a method of one of its objects. */
export type Target = { readonly of: number; readonly method: string | null };

/** Asks the other side; `isNew` constructs. */
export type Ask = (target: Target, self: unknown, args: readonly unknown[], isNew: boolean) => unknown;

const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;
/** Objects in a message, and entries of a list or a record. */
const MOST = 200_000;
const MOST_MISSED = 100;

/** Makes what a stub throws, by the name of what is to be written. */
export type StubError = (subject: string) => Error;

/** What stands for an object that only the other side can look into. */
class Opaque {}

export class SharedObjects {
  readonly #ask: Ask;
  readonly #stubError: StubError;
  readonly #sign: 1 | -1;
  #count = 0;
  readonly #objects = new Map<number, object>();
  readonly #ids = new Map<object, number>();
  /** What the other side has of each, as text. */
  readonly #known = new Map<number, string>();
  readonly #methods = new Map<object, readonly string[]>();
  readonly #isWatching: boolean;
  #missed: [id: number, name: string][] = [];

  /** @param sign of the numbers that this side gives: each has its own; the learner's is -1, and tells what it misses */
  constructor(ask: Ask, sign: 1 | -1, stubError: StubError) {
    this.#ask = ask;
    this.#stubError = stubError;
    this.#sign = sign;
    this.#isWatching = sign < 0;
  }

  /** Makes an object known under a number that both sides have agreed upon. */
  agree(id: number, object: object): void {
    this.#register(id, object);
  }

  /**
   * What the other side may call: functions that it was given, and the methods of instances that it was given.
   * Nothing leads from these to others, least of all to a constructor of functions.
   *
   * @throws {TypeError} if it is none of these
   */
  callable({ of, method }: Target): (...args: unknown[]) => unknown {
    const object = this.#object(of) as Record<string, unknown>;
    const isOwn = of * this.#sign >= 0;
    const isInstance = typeof object === "object" && !(object instanceof NDArray || object instanceof RandomState || Array.isArray(object) || ArrayBuffer.isView(object));
    const isOffered = isOwn && (method === null ? typeof object === "function" : isInstance && methodsOf(object).includes(method));
    if (!isOffered) throw new TypeError(`expected something that may be called, got ${of}${method === null ? "" : `.${method}`}`);
    return (method === null ? object : object[method]) as (...args: unknown[]) => unknown;
  }

  /** @throws {TypeError} if there is none of that number */
  #object(id: number): object {
    const object = this.#objects.get(id);
    if (object === undefined) throw new TypeError(`expected the number of a known object, got ${id}`);
    return object;
  }

  pack(values: readonly unknown[]): Packed {
    const waiting: object[] = [];
    const met = new Set<object>();
    const wire = (value: unknown): Wire => {
      if ((typeof value !== "object" || value === null) && typeof value !== "function") return primitive(value);
      if (!met.has(value)) {
        met.add(value);
        waiting.push(value);
      }
      return { object: this.#idOf(value) };
    };
    const packed = values.map(wire);
    const objects: Content[] = [];
    for (let next = 0; next < waiting.length && next < MOST; next++) {
      const object = waiting[next]!;
      const id = this.#idOf(object);
      // what stands for something of the other side has nothing to tell
      if (id * this.#sign < 0 && isStandIn(object)) continue;
      const content = { id, ...this.#contentOf(object, wire) } as Content;
      const text = JSON.stringify(content);
      if (this.#known.get(id) === text) continue;
      this.#known.set(id, text);
      objects.push(content);
    }
    const missed = this.#missed.slice(0, MOST_MISSED);
    this.#missed = [];
    return { values: packed, objects, missed };
  }

  /** @throws {Error} if the message is not what `pack` makes */
  unpack({ values, objects, missed }: Packed): unknown[] {
    if (![values, objects, missed].every(Array.isArray)) throw new TypeError("expected lists of values, objects and what was missed");
    for (const content of objects) if (!this.#objects.has(content.id)) this.#register(content.id, this.#shell(content));
    for (const content of objects) this.#fill(this.#object(content.id), content);
    // whoever watches the record here learns of it
    for (const [id, name] of missed) Reflect.get(this.#object(id), String(name));
    return values.map((value) => this.#value(value));
  }

  #register(id: number, object: object): void {
    this.#objects.set(id, object);
    this.#ids.set(object, id);
  }

  #idOf(object: object): number {
    const id = this.#ids.get(object) ?? this.#sign * ++this.#count;
    if (!this.#ids.has(object)) this.#register(id, object);
    return id;
  }

  #contentOf(object: object, wire: (value: unknown) => Wire): object {
    if (object instanceof NDArray) return { kind: "array", type: typeName(object.data), shape: object.shape, bytes: bytesText(object.data) };
    if (object instanceof RandomState) return { kind: "random", state: object.getState() };
    if (Array.isArray(object)) return object.length > MOST ? { kind: "other" } : { kind: "list", items: Array.from(object, wire) };
    if (ArrayBuffer.isView(object)) return isNumbers(typeName(object)) ? { kind: "numbers", type: typeName(object), bytes: bytesText(object) } : { kind: "other" };
    if (typeof object === "function") return { kind: "function", name: String(object.name) };
    if (object instanceof Error) {
      const subject = object.name === "NotWrittenError" ? String((object as { readonly subject?: unknown }).subject) : null;
      return { kind: "error", name: String(object.name), message: String(object.message), stack: String(object.stack), subject };
    }
    if ("then" in object && typeof object.then === "function") return { kind: "promise" };
    if (object instanceof Map || object instanceof Set || object instanceof Opaque) return { kind: "other" };
    const prototype: unknown = Object.getPrototypeOf(object);
    const keys = Object.keys(object);
    if (keys.length > MOST) return { kind: "other" };
    const fields = keys.map((key) => [key, wire((object as Record<string, unknown>)[key])] as const);
    return { kind: "record", plain: prototype === Object.prototype || prototype === null, fields, methods: this.#methods.get(object) ?? methodsOf(object) };
  }

  /** An object of the kind, with what cannot be put in later. */
  #shell(content: Content): object {
    switch (content.kind) {
      case "array": return new NDArray(numbers(content.type, content.bytes) as Float64Array, content.shape);
      case "numbers": return numbers(content.type, content.bytes);
      case "random": return new RandomState(0);
      case "list": return [];
      case "record": return content.plain ? this.#plainRecord(content.id) : Object.create(Object.create(Object.prototype) as object) as object;
      case "error": return errorOf(content, this.#stubError);
      case "function": return this.#stub(content.name, { of: content.id, method: null });
      case "promise": return new Promise(() => {});
      default: return new Opaque();
    }
  }

  #plainRecord(id: number): object {
    if (!this.#isWatching) return {};
    return new Proxy({}, {
      get: (target, name, receiver) => {
        if (typeof name === "string" && !(name in target)) this.#missed.push([id, name]);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  }

  #fill(object: object, content: Content): void {
    this.#known.set(content.id, JSON.stringify(content));
    if (content.kind === "array" && object instanceof NDArray) overwrite(object.data, numbers(content.type, content.bytes));
    else if (content.kind === "numbers" && ArrayBuffer.isView(object)) overwrite(object as Float64Array, numbers(content.type, content.bytes));
    else if (content.kind === "random" && object instanceof RandomState) object.setState({ ...content.state, key: Array.from(content.state.key) });
    else if (content.kind === "list" && Array.isArray(object)) object.splice(0, object.length, ...content.items.map((item) => this.#value(item)));
    else if (content.kind === "record" && !(object instanceof NDArray) && typeof object === "object") this.#fillRecord(object as Record<string, unknown>, content);
  }

  #fillRecord(object: Record<string, unknown>, { id, fields, methods, plain }: Content & { readonly kind: "record" }): void {
    const names = new Set(fields.map(([name]) => name));
    for (const name of Object.keys(object)) if (!names.has(name)) delete object[name];
    for (const [name, value] of fields) {
      // else "__proto__" would be something else
      Object.defineProperty(object, name, { value: this.#value(value), writable: true, enumerable: true, configurable: true });
    }
    if (plain || this.#methods.has(object) || id * this.#sign > 0) return;
    this.#methods.set(object, methods);
    for (const name of methods) Object.defineProperty(object, name, { value: this.#stub(name, { of: id, method: name }), writable: true, enumerable: false, configurable: true });
  }

  #stub(name: string, target: Target): object {
    const ask = this.#ask;
    const stub = function (this: unknown, ...args: unknown[]): unknown {
      return ask(target, target.method === null ? undefined : this, args, new.target !== undefined);
    };
    return Object.defineProperty(stub, "name", { value: name });
  }

  #value(wire: Wire): unknown {
    return valueOf(wire, (id) => this.#object(id));
  }
}

function isStandIn(object: object): boolean {
  return typeof object === "function" || object instanceof Opaque || object instanceof Promise || object instanceof Error;
}

/** The names of what can be called on an instance. */
function methodsOf(object: object): string[] {
  const names = new Set<string>();
  for (let prototype: unknown = Object.getPrototypeOf(object); prototype !== null && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) if (typeof value === "function" && name !== "constructor") names.add(name);
  }
  return [...names];
}

function errorOf({ name, message, stack, subject }: Content & { readonly kind: "error" }, stubError: StubError): Error {
  const error = subject !== null ? stubError(subject) : new (ERRORS[name as keyof typeof ERRORS] ?? Error)(message);
  const own = (value: string): PropertyDescriptor => ({ value, writable: true, configurable: true, enumerable: false });
  return Object.defineProperties(error, { name: own(name), stack: own(stack) });
}
