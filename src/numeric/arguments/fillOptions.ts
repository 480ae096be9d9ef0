/** Options that are checked: a misspelt one, or one of another kind, must not be passed over in silence. */
import { closest, distance } from "fastest-levenshtein";
import { describeValue } from "./describeValue.js";

/**
 * The options as given, and the defaults where there is nothing or undefined.
 *
 * @param caller begins the error's text
 * @param defaults every option there is
 * @throws {TypeError} if options are not an object, an option has a name that is not among the defaults, or it is
 * of another kind than a default that is true or false, a function, or an object of a class
 */
export function fillOptions<Settled extends object>(caller: string, options: object, defaults: Settled): Settled {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`${caller}: expected options to be an object, got ${describeValue(options)}`);
  }
  const known = Object.keys(defaults);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${caller}: ${unknownName("option", name, known)}`);
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) checkKind(caller, name, value, defaults[name as keyof Settled]);
  return { ...defaults, ...Object.fromEntries(given) };
}

/** Numbers and texts are checked where their ranges are known, and what may be null is known there too. */
function checkKind(caller: string, name: string, value: unknown, usual: unknown): void {
  const kind = kindOf(usual);
  if (kind === undefined || kind.includes(value)) return;
  throw new TypeError(`${caller}: expected ${name} to be ${kind.text}, got ${describeValue(value)}`);
}

function kindOf(usual: unknown): { readonly text: string; readonly includes: (value: unknown) => boolean } | undefined {
  if (typeof usual === "boolean") return { text: "true or false", includes: (value) => typeof value === "boolean" };
  if (typeof usual === "function") return { text: "a function", includes: (value) => typeof value === "function" };
  if (typeof usual !== "object" || usual === null) return undefined;
  const { constructor: Class } = usual;
  if (Class === Object || Class === Array) return undefined;
  return { text: `made by new ${Class.name}(...)`, includes: (value) => value instanceof Class };
}

/**
 * e.g. `unknown option "learningrate"; did you mean "learningRate"? Valid: "batchSize", ...`
 *
 * @param kind what the name should have named, e.g. "option"
 * @param known the valid names, at least one
 */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const valid = `Valid: ${known.map((candidate) => `"${candidate}"`).join(", ")}`;
  if (typeof name !== "string") return `unknown ${kind} ${describeValue(name)}; ${valid}`;
  const nearest = closest(comparable(name), known.map(comparable));
  const match = known.find((candidate) => comparable(candidate) === nearest)!;
  const isNear = distance(comparable(name), nearest) <= Math.max(2, name.length / 3);
  const hint = isNear ? `; did you mean "${match}"?` : ";";
  return `unknown ${kind} "${name}"${hint} ${valid}`;
}

/** Spelling apart from case and underscores: learning_rate is near learningRate. */
function comparable(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
