/** What is graded, and for how much: the teacher's `grading.json`. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isoTime } from "./isoTime.js";

/** An exercise: functions that a learner writes, and the check that they go through. */
export interface GradedExercise {
  readonly id: string;
  /** What people call it, by language. */
  readonly title: Readonly<Record<string, string>>;
  /** By name, in the order in which the check takes them; a class counts as one. */
  readonly functions: readonly string[];
  /** As in `checkLayer("affine", ...)`: kind layer, loss, network, rule, accuracy or step. */
  readonly check: { readonly kind: string; readonly name?: string };
  /** Shared equally by the open checks, which learners have too. */
  readonly points: number;
  /** Shared equally by the hidden checks: those drawn from `seed`, and those of the files. */
  readonly hiddenPoints: number;
  /** Files of the teacher's own checks, beside this file. */
  readonly hidden: readonly string[];
}

/** A point of a full answer, which a person ticks. */
export interface RubricItem {
  readonly id: string;
  readonly points: number;
  /** By language. */
  readonly text: Readonly<Record<string, string>>;
}

export interface GradedQuestion {
  /** Of the cell that asks. */
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  /** What is asked: a cell that quotes it asks it too, whatever its id is. */
  readonly text: Readonly<Record<string, string>>;
  /** Of the ticked items no more counts. */
  readonly points: number;
  readonly rubric: readonly RubricItem[];
  /** A full answer, for the teacher and for feedback. */
  readonly answer: Readonly<Record<string, string>>;
}

export interface LateRule {
  /** Per cent of the total for each day begun, at most `most`, after so many minutes of grace. */
  readonly perDay: number;
  readonly most: number;
  readonly graceMinutes: number;
}

export interface Grading {
  readonly title: string;
  /** With its offset, such as `2026-12-05T23:59+09:00`; null for none. */
  readonly due: string | null;
  readonly late: LateRule;
  /** Of the drawn hidden checks; null for none. */
  readonly seed: number | null;
  /** File name, without extension, of the notebook that holds the exercises. */
  readonly notebook: string;
  readonly exercises: readonly GradedExercise[];
  readonly questions: readonly GradedQuestion[];
}

type Fields = Record<string, unknown>;

/**
 * Reads the file; paths of hidden checks become absolute.
 *
 * @throws {Error} if it is not there or no JSON, and with the first place that is not as it should be
 */
export function readGrading(path: string): Grading {
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`readGrading: expected ${path} to be a grading file in JSON, got: ${(error as Error).message}; npm run release -- --out <folder> makes one`, { cause: error });
  }
  return checkedGrading(file, path, dirname(path));
}

/** @param folder to which paths of hidden checks are relative */
export function checkedGrading(file: unknown, path: string, folder: string): Grading {
  const fail = (place: string, expected: string, got: unknown): never => {
    throw new Error(`readGrading: expected ${place} in ${path} to be ${expected}, got ${JSON.stringify(got) ?? "nothing"}`);
  };
  const fields = (value: unknown, place: string): Fields => (isFields(value) ? value : fail(place, "an object", value));
  const list = (value: unknown, place: string): unknown[] => (Array.isArray(value) ? value : fail(place, "a list", value));
  const text = (value: unknown, place: string): string => (typeof value === "string" && value !== "" ? value : fail(place, "a text", value));
  const points = (value: unknown, place: string): number => (typeof value === "number" && value >= 0 && Number.isFinite(value) ? value : fail(place, "a number that is not negative", value));
  const texts = (value: unknown, place: string): Readonly<Record<string, string>> =>
    typeof value === "string" ? { en: value } : Object.fromEntries(Object.entries(fields(value, place)).map(([lang, said]) => [lang, text(said, `${place}.${lang}`)]));
  const unique = <Item extends { readonly id: string }>(items: Item[], place: string): Item[] => {
    const twice = items.find(({ id }, i) => items.findIndex((other) => other.id === id) < i);
    return twice === undefined ? items : fail(place, "a list in which no id stands twice", twice.id);
  };
  const all = fields(file, "the whole");
  const late = fields(all.late ?? {}, "late");
  const exercise = (value: unknown, index: number): GradedExercise => {
    const place = `exercises[${index}]`;
    const { id, title = id, functions, check, points: worth, hiddenPoints = 0, hidden = [] } = fields(value, place);
    const { kind, name } = fields(check, `${place}.check`);
    return {
      id: text(id, `${place}.id`),
      title: texts(title, `${place}.title`),
      functions: list(functions, `${place}.functions`).map((item) => text(item, `${place}.functions`)),
      check: { kind: text(kind, `${place}.check.kind`), ...(name !== undefined && { name: text(name, `${place}.check.name`) }) },
      points: points(worth, `${place}.points`),
      hiddenPoints: points(hiddenPoints, `${place}.hiddenPoints`),
      hidden: list(hidden, `${place}.hidden`).map((item) => resolve(folder, text(item, `${place}.hidden`))),
    };
  };
  const question = (value: unknown, index: number): GradedQuestion => {
    const place = `questions[${index}]`;
    const { id, title = id, text: asked = {}, points: worth, rubric, answer = {} } = fields(value, place);
    const items = list(rubric, `${place}.rubric`).map((item, at) => {
      const inner = `${place}.rubric[${at}]`;
      const { id: name, points: part, text: said } = fields(item, inner);
      return { id: text(name, `${inner}.id`), points: points(part, `${inner}.points`), text: texts(said, `${inner}.text`) };
    });
    return { id: text(id, `${place}.id`), title: texts(title, `${place}.title`), text: texts(asked, `${place}.text`), points: points(worth, `${place}.points`), rubric: unique(items, `${place}.rubric`), answer: texts(answer, `${place}.answer`) };
  };
  const { due = null, seed = null, notebook = "exercises", title = "" } = all;
  return {
    title: typeof title === "string" ? title : fail("title", "a text", title),
    due: due === null ? null : isoTime(due) === null ? fail("due", "a time with its offset, such as 2026-12-05T23:59+09:00", due) : (due as string),
    late: { perDay: points(late.perDay ?? 0, "late.perDay"), most: points(late.most ?? 100, "late.most"), graceMinutes: points(late.graceMinutes ?? 0, "late.graceMinutes") },
    seed: seed === null || (Number.isInteger(seed) && (seed as number) >= 0 && (seed as number) < 2 ** 32) ? (seed as number | null) : fail("seed", "a whole number from 0 to 2^32-1, or null", seed),
    notebook: text(notebook, "notebook"),
    exercises: unique(list(all.exercises, "exercises").map(exercise), "exercises"),
    questions: unique(list(all.questions ?? [], "questions").map(question), "questions"),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text in the language, or in English, or in the first that there is. */
export function said(texts: Readonly<Record<string, string>>, lang: string): string {
  return texts[lang] ?? texts.en ?? Object.values(texts)[0] ?? "";
}
