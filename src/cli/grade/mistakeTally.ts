/** The most frequent mistakes of a class, by diagnosis. */
import { carriedFrom } from "./carriedFrom.js";
import { gradeWords } from "./gradeWords.js";
import type { Ending } from "./learnersProcess.js";
import type { CheckResult, HandInResult } from "./result.js";

export interface Mistake {
  readonly exercise: string;
  /** Keys of the causes, or empty where none was told from others. */
  readonly causes: readonly string[];
  /** Name of a check that failed so. */
  readonly check: string;
  readonly diagnosis: string;
  /** Ids of the students, each once. */
  readonly students: readonly string[];
}

/**
 * Those of the open checks: most students first. What fails in code that calls other code which fails by itself, and was
 * not told from other causes, is taken for that code's mistake, and counts there alone.
 */
export function mistakeTally(results: readonly HandInResult[], lang: string): Mistake[] {
  const mistakes = new Map<string, Omit<Mistake, "students"> & { readonly students: Set<string>; readonly isOwnLanguage: boolean }>();
  for (const result of results) {
    for (const exercise of result.exercises) {
      const { id, open, ending } = exercise;
      const failed = open.flatMap((check, place) => (check.status === "failed" ? [{ check, key: keyOf(check, place) }] : []));
      // of a process that was ended every check tells the same
      const named = failed.filter(({ check: { causes = [] } }) => causes.length > 0);
      const own = carriedFrom(exercise, result.exercises).length > 0 ? named : failed;
      const told = ending === null ? own : [...named, ended(ending, lang)];
      for (const { check, key } of told) {
        const there = mistakes.get(`${id} ${key}`);
        const students = (there?.students ?? new Set<string>()).add(result.id);
        // told in the teacher's language where anybody's report is in it
        if (there?.isOwnLanguage) continue;
        mistakes.set(`${id} ${key}`, { exercise: id, causes: check.causes ?? [], check: check.name, diagnosis: check.diagnosis, students, isOwnLanguage: result.lang === lang || check.name === ending });
      }
    }
  }
  const found = [...mistakes.values()].map(({ exercise, causes, check, diagnosis, students }): Mistake => ({ exercise, causes, check, diagnosis, students: [...students].sort() }));
  return found.sort((a, b) => b.students.length - a.students.length || (`${a.exercise} ${a.diagnosis}` < `${b.exercise} ${b.diagnosis}` ? -1 : 1));
}

function ended(ending: Ending, lang: string): { readonly check: CheckResult; readonly key: string } {
  const check: CheckResult = { name: ending, status: "failed", measured: "", limit: "", causes: [ending], diagnosis: gradeWords(lang).endings[ending] };
  return { check, key: ending };
}

/**
 * Without a known cause, mistakes of one check are counted together, as their texts hold numbers; by the check's place
 * in the report, as its name is in the student's language.
 */
function keyOf({ causes = [] }: CheckResult, place: number): string {
  return causes.length > 0 ? [...causes].sort().join() : `check ${place}`;
}
