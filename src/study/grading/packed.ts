/** What messages between the processes of a grading hold: values, and the objects that they lead to. */
import type { RandomStateSnapshot } from "../../numeric/random/snapshot.js";

/** A value in a message: itself where JSON has it, else what names it. */
export type Wire = null | boolean | string | number | { readonly object: number } | { readonly number: string } | { readonly bigint: string } | { readonly nothing: true };

/** What an object holds, as it goes into a message. */
export type Content = { readonly id: number } & (
  | { readonly kind: "array"; readonly type: string; readonly shape: readonly number[]; readonly bytes: string }
  | { readonly kind: "numbers"; readonly type: string; readonly bytes: string }
  | { readonly kind: "random"; readonly state: RandomStateSnapshot }
  | { readonly kind: "list"; readonly items: readonly Wire[] }
  | { readonly kind: "record"; readonly plain: boolean; readonly fields: readonly (readonly [string, Wire])[]; readonly methods: readonly string[] }
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly stack: string; readonly subject: string | null }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "promise" }
  | { readonly kind: "other" }
);

/** Values, and all objects among what they lead to that the other side does not know as they are. */
export interface Packed {
  readonly values: readonly Wire[];
  readonly objects: readonly Content[];
  /** What was looked for in records of the other side, and is not there: checks learn from it what a name was mistaken for. */
  readonly missed: readonly (readonly [id: number, name: string])[];
}

/** A value that is no object, as it goes into a message. */
export function primitive(value: unknown): Wire {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : { number: Object.is(value, -0) ? "-0" : String(value) };
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  return typeof value === "bigint" ? { bigint: String(value) } : { nothing: true };
}

/** What `primitive` was given; of an object, what `objectOf` finds. */
export function valueOf(wire: Wire, objectOf: (id: number) => object): unknown {
  if (typeof wire !== "object" || wire === null) return wire;
  if ("object" in wire) return objectOf(wire.object);
  if ("number" in wire) return Number(wire.number);
  return "bigint" in wire ? BigInt(wire.bigint) : undefined;
}
