/** `grades.csv`, a row a student, and `items.csv`, a row a check. */
import { csvText, type Field } from "./csv.js";
import { gradeWords } from "./gradeWords.js";
import type { Grading } from "./gradingFile.js";
import type { Marks } from "./marks.js";
import { pointsOf, rounded } from "./points.js";
import type { HandInResult } from "./result.js";

/** @param results in the order of the rows */
export function gradesCsv(results: readonly HandInResult[], grading: Grading, marks: Marks): string {
  const head = ["id", "name", "file", "submitted", "late_minutes", "penalty_percent", "automatic", "by_people", "total", "max", "unmarked", "flags", ...grading.exercises.map(({ id }) => id), ...grading.questions.map(({ id }) => id)];
  const words = gradeWords("en");
  const rows = results.map((result): Field[] => {
    const { exercises, questions, automatic, byPeople, lateMinutes, penalty, total, most, unmarked } = pointsOf(result, grading, marks);
    const flags = [...result.flags, ...result.exercises.flatMap((exercise) => exercise.flags)].map(({ kind, about }) => words.flags[kind](about));
    return [
      result.id, result.name, result.file, result.submitted ?? "", lateMinutes, rounded(penalty * 100), automatic, byPeople, total, most, unmarked, flags.join("; "),
      ...[...exercises, ...questions].map(({ points }) => points),
    ];
  });
  return csvText([head, ...rows]);
}

export function itemsCsv(results: readonly HandInResult[], grading: Grading): string {
  const head = ["id", "exercise", "visible", "check", "status", "points", "max", "measured", "expected", "causes", "diagnosis"];
  const rows = results.flatMap(({ id, exercises }) =>
    exercises.flatMap((exercise) => {
      const worth = grading.exercises.find((one) => one.id === exercise.id);
      return [{ visible: "open", checks: exercise.open, points: worth?.points ?? 0 }, { visible: "hidden", checks: exercise.hidden, points: worth?.hiddenPoints ?? 0 }].flatMap(({ visible, checks, points }) =>
        checks.map(({ name, status, measured, limit, causes = [], diagnosis }): Field[] => {
          const most = rounded(points / checks.length);
          return [id, exercise.id, visible, name, status, status === "passed" ? most : 0, most, measured, limit, causes.join(" "), diagnosis];
        }),
      );
    }),
  );
  return csvText([head, ...rows]);
}
