/** Mistakes that are carried on: a network made of a wrong layer fails too. */
import type { ExerciseResult } from "./result.js";

/** Ids of the exercises that have not passed and whose functions this one calls. */
export function carriedFrom({ uses }: Pick<ExerciseResult, "uses">, exercises: readonly Pick<ExerciseResult, "id" | "open">[]): string[] {
  return exercises.filter(({ id, open }) => uses.includes(id) && open.some(({ status }) => status !== "passed")).map(({ id }) => id);
}
