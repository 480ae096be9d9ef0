/** Points, counted from what the machine found, what people marked, and what the teacher's file gives for it. */
import { type GradedExercise, type GradedQuestion, type Grading, said } from "./gradingFile.js";
import { latePenalty, lateMinutes } from "./lateness.js";
import type { Mark, Marks } from "./marks.js";
import type { CheckResult, ExerciseResult, HandInResult } from "./result.js";

export interface ItemPoints {
  readonly id: string;
  readonly title: string;
  /** Null where a person has yet to mark. */
  readonly points: number | null;
  readonly most: number;
}

export interface StudentPoints {
  readonly exercises: readonly ItemPoints[];
  readonly questions: readonly ItemPoints[];
  /** Before the penalty. */
  readonly automatic: number;
  readonly byPeople: number;
  readonly lateMinutes: number | null;
  /** From 0 to 1. */
  readonly penalty: number;
  readonly total: number;
  readonly most: number;
  /** Answers that wait for a person. */
  readonly unmarked: number;
}

export function pointsOf(result: Pick<HandInResult, "id" | "exercises" | "answers" | "submitted">, grading: Grading, marks: Marks, lang = "en"): StudentPoints {
  const exercises = grading.exercises.map((exercise) => exercisePoints(exercise, result.exercises.find(({ id }) => id === exercise.id), lang));
  const questions = grading.questions.map((question) => questionPoints(question, result, marks[result.id]?.[question.id], lang));
  const automatic = sum(exercises);
  const byPeople = sum(questions);
  const minutes = lateMinutes(result.submitted, grading);
  const penalty = latePenalty(minutes, grading);
  return {
    exercises,
    questions,
    automatic,
    byPeople,
    lateMinutes: minutes,
    penalty,
    total: rounded((automatic + byPeople) * (1 - penalty)),
    most: rounded([...exercises, ...questions].reduce((total, { most }) => total + most, 0)),
    unmarked: questions.filter(({ points }) => points === null).length,
  };
}

function exercisePoints({ id, title, points, hiddenPoints }: GradedExercise, result: ExerciseResult | undefined, lang: string): ItemPoints {
  const share = (checks: readonly CheckResult[]): number => (checks.length === 0 ? 0 : checks.filter(({ status }) => status === "passed").length / checks.length);
  return { id, title: said(title, lang), points: rounded(points * share(result?.open ?? []) + hiddenPoints * share(result?.hidden ?? [])), most: points + hiddenPoints };
}

/** No answer is worth nothing; an answer waits until a person has marked it. */
function questionPoints({ id, title, points, rubric }: GradedQuestion, { answers }: Pick<HandInResult, "answers">, mark: Mark | undefined, lang: string): ItemPoints {
  const isAnswered = (answers.find((answer) => answer.id === id)?.text ?? "") !== "";
  const item = (got: number | null): ItemPoints => ({ id, title: said(title, lang), points: got, most: points });
  if (mark === undefined || !mark.done) return item(isAnswered ? null : 0);
  const ticked = rubric.filter((one) => mark.ticked.includes(one.id)).reduce((total, one) => total + one.points, 0);
  return item(rounded(Math.min(points, Math.max(0, Math.min(points, ticked) + mark.adjust))));
}

function sum(items: readonly ItemPoints[]): number {
  return rounded(items.reduce((total, { points }) => total + (points ?? 0), 0));
}

/** To a hundredth: what is added up on paper comes out the same. */
export function rounded(points: number): number {
  return Math.round(points * 100 + 1e-6) / 100;
}

/** Without zeros that say nothing. */
export function pointsText(points: number): string {
  return String(rounded(points));
}
