/** One mistake that students make in an exercise, with what the report has to say: the keys of its diagnoses. */
import type { Cause } from "../../../src/study/exercises/diagnoses.js";
import { solutions } from "../exerciseSolutions.js";

export interface ExerciseMistake {
  /** the id of the cell that it is made in */
  readonly exercise: string;
  readonly name: string;
  readonly code: string;
  /** what the report names, all of it; nothing where it can only say what it measured */
  readonly causes: readonly Cause[];
  /** in the diagnoses too, e.g. the line at which the code stops */
  readonly text?: string;
}

export type Edit = readonly [right: string, wrong: string];

/** The solution with pieces of it replaced. */
export function made(exercise: string, name: string, edits: readonly Edit[], causes: readonly Cause[], text?: string): ExerciseMistake {
  let code = solutions[exercise]!;
  for (const [right, wrong] of edits) {
    if (!code.includes(right)) throw new Error(`expected the solution of ${exercise} to hold ${right}, for "${name}"`);
    code = code.replaceAll(right, wrong);
  }
  return { exercise, name, code, causes, ...(text !== undefined && { text }) };
}
