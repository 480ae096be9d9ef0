/** The most frequent mistakes of a class, by diagnosis. */
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

/** Those of the open checks: most students first. */
export function mistakeTally(results: readonly HandInResult[], lang: string): Mistake[] {
  const mistakes = new Map<string, Omit<Mistake, "students"> & { readonly students: Set<string>; readonly isOwnLanguage: boolean }>();
  for (const result of results) {
    for (const { id, open, ending } of result.exercises) {
      const failed = open.filter(({ status }) => status === "failed");
      // of a process that was ended every check tells the same
      const told = ending === null ? failed : [...failed.filter(({ causes = [] }) => causes.length > 0), endedCheck(ending, lang)];
      for (const check of told) {
        const key = `${id} ${keyOf(check)}`;
        const there = mistakes.get(key);
        const students = (there?.students ?? new Set<string>()).add(result.id);
        // told in the teacher's language where anybody's report is in it
        if (there?.isOwnLanguage) continue;
        mistakes.set(key, { exercise: id, causes: check.causes ?? [], check: check.name, diagnosis: check.diagnosis, students, isOwnLanguage: result.lang === lang || check.name === ending });
      }
    }
  }
  const found = [...mistakes.values()].map(({ exercise, causes, check, diagnosis, students }): Mistake => ({ exercise, causes, check, diagnosis, students: [...students].sort() }));
  return found.sort((a, b) => b.students.length - a.students.length || (`${a.exercise} ${a.diagnosis}` < `${b.exercise} ${b.diagnosis}` ? -1 : 1));
}

function endedCheck(ending: Ending, lang: string): CheckResult {
  return { name: ending, status: "failed", measured: "", limit: "", causes: [ending], diagnosis: gradeWords(lang).endings[ending] };
}

/** Without a known cause, mistakes of one check are counted together: their texts hold numbers. */
function keyOf({ causes = [], name }: CheckResult): string {
  return causes.length > 0 ? [...causes].sort().join() : `? ${name}`;
}
