/** What people have marked: ticks, comments and points that they add or take. A run reads it and never changes it. */
import { existsSync, readFileSync } from "node:fs";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";

/** One answer, marked by one person. */
export interface Mark {
  /** Ids of rubric items. */
  readonly ticked: readonly string[];
  readonly comment: string;
  /** Points more, or fewer. */
  readonly adjust: number;
  /** Whether the person is done with it. */
  readonly done: boolean;
  readonly by: string;
  /** When, with offset. */
  readonly at: string;
}

/** By student, then by question. */
export type Marks = Readonly<Record<string, Readonly<Record<string, Mark>>>>;

/** A mark of the file that differs from one which somebody else has made. */
export interface MarkConflict {
  readonly student: string;
  readonly question: string;
  readonly kept: Mark;
  readonly refused: Mark;
}

/** @throws {Error} if the file is there and holds something else */
export function readMarks(path: string): Marks {
  if (!existsSync(path)) return {};
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`readMarks: expected ${path} to be a file of marks in JSON, got: ${(error as Error).message}; save it from rubric.html again`, { cause: error });
  }
  const marks = (file as { readonly marks?: unknown } | null)?.marks;
  if (typeof marks !== "object" || marks === null || !Object.values(marks).every((of) => typeof of === "object" && of !== null && Object.values(of as object).every(isMark))) {
    throw new Error(`readMarks: expected ${path} to hold marks as rubric.html saves them, got something else`);
  }
  return marks as Marks;
}

function isMark(value: unknown): value is Mark {
  const { ticked, comment, adjust, done, by, at } = (value ?? {}) as Partial<Mark>;
  return Array.isArray(ticked) && ticked.every((id) => typeof id === "string") && [comment, by, at].every((text) => typeof text === "string") && Number.isFinite(adjust) && typeof done === "boolean";
}

export function writeMarks(path: string, marks: Marks): void {
  writeFileAtomic(path, `${JSON.stringify({ marks: sorted(marks) }, null, 1)}\n`);
}

/**
 * The marks with those of the file: a later mark of the same person takes the place of the earlier one; of two
 * persons who differ the first stays, and the other is told.
 */
export function mergeMarks(marks: Marks, added: Marks): { readonly marks: Marks; readonly conflicts: readonly MarkConflict[] } {
  const merged: Record<string, Record<string, Mark>> = Object.fromEntries(Object.entries(marks).map(([student, of]) => [student, { ...of }]));
  const conflicts: MarkConflict[] = [];
  for (const [student, of] of Object.entries(added)) {
    for (const [question, mark] of Object.entries(of)) {
      const there = merged[student]?.[question];
      if (there !== undefined && there.by !== mark.by && there.done && mark.done && meaning(there) !== meaning(mark)) {
        conflicts.push({ student, question, kept: there, refused: mark });
      } else if (there === undefined || (there.by === mark.by ? there.at <= mark.at : mark.done)) {
        (merged[student] ??= {})[question] = mark;
      }
    }
  }
  return { marks: merged, conflicts };
}

function meaning({ ticked, comment, adjust }: Mark): string {
  return JSON.stringify([[...ticked].sort(), comment, adjust]);
}

function sorted(marks: Marks): Marks {
  const byName = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return byName(Object.fromEntries(Object.entries(marks).map(([student, of]) => [student, byName(of)])));
}
