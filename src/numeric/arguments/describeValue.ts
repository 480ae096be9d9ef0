/**
 * What a value is, for the end of an error: itself where that is short, else its kind,
 * e.g. `"adam"`, `a list of 3`, `an object with dx, dw, db`.
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) return describeObject(value);
  return String(value);
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  const name = value.constructor?.name ?? "Object";
  if (name === "Object") return describeRecord(Object.keys(value));
  const article = /^[AEIO]|^ND/.test(name) ? "an" : "a";
  return `${article} ${name}`;
}

function describeRecord(names: readonly string[]): string {
  if (names.length === 0) return "an empty object";
  const more = names.length > 5 ? ", ..." : "";
  return `an object with ${names.slice(0, 5).join(", ")}${more}`;
}
