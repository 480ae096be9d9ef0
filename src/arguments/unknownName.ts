/** The text for a name that does not exist: what was meant, probably, and what there is. */
import { closest, distance } from "fastest-levenshtein";
import { describeValue } from "./describeValue.js";

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
