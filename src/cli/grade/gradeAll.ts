/** Grades a folder of hand-ins: what has not changed since an earlier run stays, and one that does harm costs nobody else anything. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { refuseUnwritable } from "../../host/node/refuseUnwritable.js";
import { remove } from "../../host/node/remove.js";
import { temporaryFolder } from "../../host/node/temporaryFolder.js";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";
import type { Surroundings } from "../command.js";
import { shortPath } from "../terminal.js";
import { gradeExercises, readHandIn } from "./gradeHandIn.js";
import { gradeWords } from "./gradeWords.js";
import { type Grading, readGrading } from "./gradingFile.js";
import { guardsOf } from "./guards.js";
import { guardLines } from "./guardLines.js";
import { handInFiles } from "./handInFiles.js";
import { Lane } from "./lane.js";
import { type Marks, mergeMarks, readMarks, writeMarks } from "./marks.js";
import type { GradeOptions } from "./options.js";
import { writeGradePages } from "./pages.js";
import type { HandInResult } from "./result.js";
import { type KeptHandIns, whatCounts } from "./whatCounts.js";
import { gradesCsv, itemsCsv } from "./tables.js";
import { teacherOf } from "./teacher.js";
import { changedTotals, readTotals, totalsOf, writeTotals } from "./totals.js";

/** What of the grader decides on results: raised when the same hand-in would be judged otherwise. */
const VERSION = 2;
/** Names of the hand-ins at work, for a run that was killed. */
const JOURNAL = "running.json";

/**
 * @returns false if a file could not be read
 * @throws {Error} if the folder or the teacher's file cannot be read, or nothing can be written
 */
export async function gradeAll(options: GradeOptions, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, terminal, signal } = surroundings;
  const [folder, out] = [resolve(workingDirectory, options.folder), resolve(workingDirectory, options.out)];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`grade: expected a folder of hand-ins, got ${folder}, which is none`);
  const grading = readGrading(gradingPath(options, folder, out, workingDirectory));
  refuseUnwritable(out, "grade");
  mkdirSync(out, { recursive: true });
  const marks = takeOver(options, out, surroundings);
  const teacher = teacherOf(grading, root);
  for (const line of guardLines(guardsOf(), options.lang)) terminal.line(line);
  tellOfKilled(out, surroundings);
  const read = handInFiles(folder).map((file) => readHandIn(file, readFileSync(join(folder, file.path)), teacher));
  const kept = whatCounts(read);
  const results = await gradeThem(kept, { out, grading, options, teacher }, surroundings);
  if (signal?.aborted) return false;
  finish(results, kept, { out, grading, marks, options, teacher }, surroundings);
  return results.every(({ flags }) => !flags.some(({ kind }) => kind === "unreadable" || kind === "noNotebook" || kind === "otherNotebook"));
}

function gradingPath({ grading }: GradeOptions, folder: string, out: string, workingDirectory: string): string {
  if (grading !== null) return resolve(workingDirectory, grading);
  return [out, folder].map((place) => join(place, "grading.json")).find((path) => existsSync(path)) ?? join(out, "grading.json");
}

/** The marks that there are, with those that are to be taken over. */
function takeOver({ merge }: GradeOptions, out: string, { terminal, workingDirectory }: Surroundings): Marks {
  const path = join(out, "marks.json");
  let marks = readMarks(path);
  for (const file of merge) {
    const from = resolve(workingDirectory, file);
    if (!existsSync(from)) throw new Error(`grade: expected --merge to name a file of marks, got ${from}, which is not there`);
    const { marks: merged, conflicts } = mergeMarks(marks, readMarks(from));
    for (const { student, question, kept, refused } of conflicts) terminal.line(`CONFLICT  ${student}, ${question}: ${kept.by || "somebody"} and ${refused.by || "somebody"} differ; the marks of ${kept.by || "the first"} stay`);
    marks = merged;
  }
  if (merge.length > 0) writeMarks(path, marks);
  return marks;
}

function tellOfKilled(out: string, { terminal }: Surroundings): void {
  const path = join(out, JOURNAL);
  if (!existsSync(path)) return;
  const names = readFileSync(path, "utf8").trim();
  terminal.line(`note  the run before this one was ended${names === "" ? "" : ` while it graded ${names}`}`);
  remove(path);
}

interface Work {
  readonly out: string;
  readonly grading: Grading;
  readonly options: GradeOptions;
  readonly teacher: ReturnType<typeof teacherOf>;
}

/** As many at a time as there are lanes; each result is on the disk before the next begins. */
async function gradeThem({ counted }: KeptHandIns, { out, grading, options, teacher }: Work, { terminal, signal }: Surroundings): Promise<HandInResult[]> {
  const empty = temporaryFolder("grade");
  const endingText = (ending: keyof ReturnType<typeof gradeWords>["endings"], lang: string): string => gradeWords(lang).endings[ending];
  const lanes = Array.from({ length: Math.max(1, Math.min(options.jobs, counted.length)) }, () => new Lane({ guards: guardsOf(), folder: empty, endingText }));
  const stop = (): void => void Promise.all(lanes.map((lane) => lane.close()));
  signal?.addEventListener("abort", stop);
  const settings = settingsKey(grading);
  const results: HandInResult[] = [];
  const running = new Set<string>();
  const start = performance.now();
  let [next, graded] = [0, 0];
  const note = (): void => writeFileAtomic(join(out, JOURNAL), `${[...running].join(", ")}\n`);
  const work = async (lane: Lane): Promise<void> => {
    for (let index = next++; index < counted.length && !signal?.aborted; index = next++) {
      const handIn = counted[index];
      const key = createHash("sha256").update(`${settings} ${handIn.sum}`).digest("hex");
      const path = join(out, "students", handIn.result.id, "result.json");
      const known = options.again ? null : knownResult(path, key);
      if (known === null) {
        running.add(handIn.result.name);
        note();
        const exercises = await gradeExercises(handIn, teacher, lane);
        if (signal?.aborted) return;
        const result = { key, ...handIn.result, exercises };
        writeFileAtomic(path, `${JSON.stringify(result, null, 1)}\n`);
        results.push(result);
        running.delete(handIn.result.name);
        note();
        graded++;
      } else results.push({ ...known, ...handIn.result, key, exercises: known.exercises });
      progress(results.length, counted.length, graded, (performance.now() - start) / 1000, handIn.result.name, terminal);
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    signal?.removeEventListener("abort", stop);
    terminal.endTick();
    await Promise.all(lanes.map((lane) => lane.close()));
    remove(empty);
    if (!signal?.aborted) remove(join(out, JOURNAL));
  }
  return results.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function progress(done: number, total: number, graded: number, seconds: number, name: string, terminal: Surroundings["terminal"]): void {
  const left = graded === 0 ? "" : `, about ${Math.ceil((seconds / graded) * (total - done))} s left`;
  terminal.tick(`${done} of ${total} hand-ins${left}`);
  if (done === total || done % Math.ceil(total / 20) === 0) terminal.line(`${done} of ${total}  ${name}${left}`);
}

/** What the results depend on beside the hand-in: not the points, which are counted when tables are made. */
function settingsKey({ exercises, questions, seed, notebook }: Grading): string {
  const checked = exercises.map(({ id, functions, check, hidden }) => ({ id, functions, check, hidden: hidden.map((path) => (existsSync(path) ? readFileSync(path, "utf8") : path)) }));
  return createHash("sha256").update(JSON.stringify({ VERSION, checked, questions: questions.map(({ id, text }) => ({ id, text })), seed, notebook })).digest("hex");
}

function knownResult(path: string, key: string): HandInResult | null {
  try {
    const result = JSON.parse(readFileSync(path, "utf8")) as HandInResult;
    return result.key === key ? result : null;
  } catch {
    return null;
  }
}

function finish(results: readonly HandInResult[], kept: KeptHandIns, { out, grading, marks, options, teacher }: Work & { readonly marks: Marks }, { terminal, workingDirectory }: Surroundings): void {
  const totals = totalsOf(results, grading, marks);
  const changes = changedTotals(readTotals(out), totals);
  writeFileAtomic(join(out, "grades.csv"), gradesCsv(results, grading, marks));
  writeFileAtomic(join(out, "items.csv"), itemsCsv(results, grading));
  const pages = writeGradePages(results, kept.setAside, { out, grading, marks, lang: options.lang, worked: [...teacher.worked.values()] });
  writeTotals(out, totals);
  if (changes.length > 0) terminal.line(`\nWhat has changed since the last run:`);
  for (const change of changes) terminal.line(`  ${change}`);
  const words = gradeWords("en");
  for (const { file, flag } of kept.setAside) terminal.line(`note  ${file}: ${words.flags[flag.kind](flag.about)}`);
  const flagged = results.filter(({ flags, exercises }) => flags.length > 0 || exercises.some((exercise) => exercise.flags.length > 0)).length;
  terminal.line(`\n${results.length} hand-ins, ${flagged} with something to look at:`);
  for (const path of ["grades.csv", "items.csv", ...pages].map((name) => join(out, name))) terminal.line(`  ${shortPath(path, workingDirectory)}`);
}
