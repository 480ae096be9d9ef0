/** Grades one hand-in: reads, finds the functions, runs every exercise, and notes what a person should look at. */
import { createHash } from "node:crypto";
import type { ChosenNotebook } from "./chooseNotebook.js";
import { chooseNotebook } from "./chooseNotebook.js";
import { findAnswers } from "./findAnswers.js";
import type { GradedExercise, Grading } from "./gradingFile.js";
import { type HandInFile, idOf, studentName } from "./handInFiles.js";
import type { Lane } from "./lane.js";
import { isoTime } from "./isoTime.js";
import { learnersCode } from "./learnersCode.js";
import { openHandIn } from "./openHandIn.js";
import { gradeWords } from "./gradeWords.js";
import type { ExerciseResult, Flag, HandInResult } from "./result.js";
import { tamperFlags } from "./tamperFlags.js";
import type { Teacher } from "./teacher.js";

/** What is known of a hand-in before anything of it runs. */
export interface ReadHandIn {
  readonly file: HandInFile;
  readonly sum: string;
  readonly result: Omit<HandInResult, "key" | "exercises">;
  readonly chosen: ChosenNotebook | null;
}

/** Never throws for what stands in the file: what is wrong with it becomes a flag. */
export function readHandIn(file: HandInFile, bytes: Uint8Array, teacher: Teacher): ReadHandIn {
  const { grading, given, worked } = teacher;
  const { notebooks, summary, flags: opened } = openHandIn(file.path, bytes);
  const { chosen, flags: choice } = chooseNotebook(notebooks, grading, worked);
  const { author, date, lang } = summaryFields(summary);
  const name = studentName(file, author);
  const tampered = chosen === null ? [] : tamperFlags(chosen, summary, teacher);
  const syntax: Flag[] = (chosen?.declared.errors ?? []).map(({ cell, line, message }) => ({ kind: "syntax", about: `${cell}:${line}: ${message}` }));
  const told = chosen?.notebook.metadata.lang;
  const result = {
    id: idOf(name),
    name,
    file: file.path,
    submitted: date,
    lang: (told === "ko" || told === "en" ? told : lang) === "ko" ? "ko" : "en",
    answers: findAnswers(notebooks, grading.questions, given),
    flags: [...opened, ...(opened.some(({ kind }) => kind === "unreadable") ? [] : choice), ...syntax, ...tampered],
  };
  return { file, sum: createHash("sha256").update(bytes).digest("hex"), result, chosen };
}

/** Runs the exercises one after the other; each has a process of its own. */
export async function gradeExercises({ chosen, result }: ReadHandIn, { grading }: Teacher, lane: Lane): Promise<ExerciseResult[]> {
  const results: ExerciseResult[] = [];
  for (const exercise of grading.exercises) results.push(chosen === null ? nothing(exercise) : await gradeExercise(exercise, chosen, result.lang, grading, lane));
  return results;
}

function nothing({ id }: GradedExercise): ExerciseResult {
  return { id, open: [], hidden: [], ending: null, texts: [], uses: [], flags: [] };
}

async function gradeExercise({ id, functions, check, hidden }: GradedExercise, { declared }: ChosenNotebook, lang: string, { seed, exercises }: Grading, lane: Lane): Promise<ExerciseResult> {
  const { code, names, places, texts, reached, missing, double, foreign } = learnersCode(declared, functions, gradeWords(lang).cell);
  const flags: Flag[] = [
    ...missing.map((name): Flag => ({ kind: "missing", about: name })),
    ...double.map((name): Flag => ({ kind: "double", about: name })),
    ...foreign.map((name): Flag => ({ kind: "foreignImport", about: name })),
  ];
  const uses = exercises.filter((other) => other.id !== id && other.functions.some((name) => reached.includes(name))).map((other) => other.id);
  try {
    const outcome = await lane.run({ check, functions, code, names, places, seed, hidden }, lang);
    const ended: Flag[] = outcome.ending === null ? [] : [{ kind: "ended", about: outcome.ending }];
    return { id, open: outcome.open, hidden: outcome.hidden, ending: outcome.ending, texts, uses, flags: [...flags, ...ended, ...outcome.problems.map((about): Flag => ({ kind: "brokeOff", about }))] };
  } catch (error) {
    return { ...nothing({ id } as GradedExercise), texts, uses, flags: [...flags, { kind: "brokeOff", about: (error as Error).message }] };
  }
}

/** Of a `submission.json` that may say anything. */
function summaryFields(summary: unknown): { readonly author: string | null; readonly date: string | null; readonly lang: unknown } {
  const { author, submitted, lang } = (typeof summary === "object" && summary !== null ? summary : {}) as Record<string, unknown>;
  return { author: typeof author === "string" && author.trim() !== "" ? author.slice(0, 200) : null, date: isoTime(submitted) === null ? null : (submitted as string), lang };
}
