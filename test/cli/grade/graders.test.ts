/** Whole runs of the grader: odd files, runs that are killed, marks of people, checks of the teacher's own. */
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { idOf } from "../../../src/cli/grade/handInFiles.js";
import type { Grading } from "../../../src/cli/grade/gradingFile.js";
import type { HandInResult } from "../../../src/cli/grade/result.js";
import { writeNotebook } from "../../../src/jupyter/nbformat/writeNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { solutions } from "../../notebooks/exerciseSolutions.js";
import { grading, handIn, notebookOf, root, writeGrading, zipOf } from "./course.js";

const run = promisify(execFile);

interface Course {
  readonly into: string;
  readonly out: string;
}

/** A course with these files; two exercises, so that a run is short. */
function course(files: Readonly<Record<string, Uint8Array | string>>, change: Partial<Grading> = {}): Course {
  const folder = temporaryFolder();
  const [into, out] = [join(folder, "in"), join(folder, "out")];
  mkdirSync(out, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(into, path, ".."), { recursive: true });
    writeFileSync(join(into, path), content);
  }
  const whole = grading();
  writeGrading(out, { ...whole, exercises: whole.exercises.filter(({ id }) => id === "relu" || id === "sgd"), ...change });
  return { into, out };
}

async function grade({ into, out }: Course, ...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["dist/cli/grade.js", into, "--out", out, "--jobs", "2", ...options], { cwd: root, maxBuffer: 1e8 }).catch((error: { code: number; stdout: string; stderr: string }) => {
    if (error.code === 1) return error;
    throw new Error(error.stderr);
  });
  return stdout;
}

const text = ({ out }: Course, name: string): string => readFileSync(join(out, name), "utf8");
const resultOf = (of: Course, name: string): HandInResult => JSON.parse(text(of, `students/${idOf(name)}/result.json`)) as HandInResult;
const kinds = ({ flags }: Pick<HandInResult, "flags">): string[] => flags.map(({ kind }) => kind).filter((kind) => kind !== "recordMissing" && kind !== "worked");
const withBug = handIn({ ...solutions, relu: solutions.relu!.replace("value > 0 ? d : 0", "d") });

describe("odd files", () => {
  it("each become a line, and none stops the run", async () => {
    const bomb = zipSync({ "two-layer-net/notebooks/exercises.ipynb": new Uint8Array(80e6) });
    const leading = zipSync({ "../../../outside.ipynb": strToU8(writeNotebook(handIn())), "/etc/evil.ipynb": strToU8("{}") });
    const of = course({
      "bomb.zip": bomb, "leads-out.zip": leading, "no-zip.zip": "not a zip", "empty.zip": zipSync({}), "half.zip": zipOf(handIn()).subarray(0, 900),
      "other.ipynb": writeNotebook(notebookOf("tuning")), "broken.ipynb": '{"cells": [', "old.ipynb": '{"nbformat": 3}', "alone.ipynb": writeNotebook(handIn()),
      "korean.zip": zipOf(handIn(), { author: "김민준", lang: "ko" }), "quotes.zip": zipOf(handIn(), { author: '=1+1 "Q" O\'Neil, <b>' }),
      "first.zip": zipOf(withBug, { author: "Twice", submitted: "2026-12-01T10:00Z" }), "second.zip": zipOf(handIn(), { author: "Twice", submitted: "2026-12-02T10:00Z" }),
      "박 서연/submission.zip": zipOf(handIn(), { author: "someone else" }), "notes.txt": "nothing",
    });
    const said = await grade(of);
    const told = Object.fromEntries(["bomb", "leads-out", "no-zip", "empty", "half", "other", "broken", "old", "alone"].map((name) => [name, kinds(resultOf(of, name))]));
    expect(told).toEqual({
      bomb: ["bomb", "noNotebook"], "leads-out": ["leadsOut", "leadsOut", "noNotebook"], "no-zip": ["unreadable"], empty: ["noNotebook"], half: ["unreadable"],
      other: ["otherNotebook"], broken: ["unreadableNotebook", "noNotebook"], old: ["unreadableNotebook", "noNotebook"], alone: [],
    });
    expect(said).toContain("first.zip: another hand-in of the same name is newer and counts: second.zip");
    const rows = text(of, "grades.csv").slice(1).trimEnd().split("\r\n");
    expect(rows).toHaveLength(1 + 13);
    expect(rows.find((row) => row.includes("quotes.zip"))).toContain(`"'=1+1 ""Q"" O'Neil, <b>"`);
    expect(rows.filter((row) => /,(김민준|박 서연|Twice|alone),/.test(row)).map((row) => row.split(",").slice(6, 7))).toEqual([["9"], ["9"], ["9"], ["9"]]);
    expect(text(of, "grades.html")).not.toContain("<b>,");
    expect(existsSync(join(of.into, "../outside.ipynb"))).toBe(false);
  });
});

describe("a run that is killed", () => {
  it("goes on, and ends in the same bytes", async () => {
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.zip`, zipOf(i % 2 === 0 ? handIn() : withBug, { author: `Student ${i}` })]));
    const [whole, killed] = [course(files), course(files)];
    await grade(whole);
    const child = spawn(process.execPath, ["dist/cli/grade.js", killed.into, "--out", killed.out, "--jobs", "1"], { cwd: root, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while (!existsSync(join(killed.out, "students", idOf("Student 1"), "result.json"))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(join(killed.out, "grades.csv"))).toBe(false);
    expect(await grade(killed)).toContain("the run before this one was ended");
    for (const name of ["grades.csv", "items.csv", "grades.html", "rubric.html"]) expect(text(killed, name) === text(whole, name), name).toBe(true);
  });
});

describe("marks of people", () => {
  const answers = { "answer-1": "**Your answer:**\n\nSigmoid and ReLU, for large magnitude and for negative inputs." };
  const mark = (ticked: string[], by: string, extra: object = {}) => ({ ticked, comment: "", adjust: 0, done: true, by, at: "2026-12-10T10:00:00.000Z", ...extra });

  it("count in, and stay through every run", async () => {
    const of = course({ "a.zip": zipOf(handIn(solutions, { answers }), { author: "Ada" }), "b.zip": zipOf(handIn(), { author: "Bob" }) });
    await grade(of);
    const totals = (): string[] => text(of, "grades.csv").trimEnd().split("\r\n").slice(1).map((row) => row.split(",").slice(6, 11).join());
    expect(totals()).toEqual(["9,0,9,29,1", "9,0,9,29,0"]);
    const file = join(of.out, "saved.json");
    writeFileSync(file, JSON.stringify({ marks: { [idOf("Ada")]: { "question-1": mark(["which", "relu"], "T", { comment: "Good <b>start</b>", adjust: 0.5 }) } } }));
    expect(await grade(of, "--merge", file)).toContain(`${idOf("Ada")}: total 9 -> 15.5 (question-1 open -> 6.5)`);
    expect(totals()).toEqual(["9,6.5,15.5,29,0", "9,0,9,29,0"]);
    const kept = text(of, "marks.json");
    await grade(of, "--again");
    expect(text(of, "marks.json")).toBe(kept);
    const feedback = text(of, `students/${idOf("Ada")}/feedback.html`);
    expect(feedback).toContain("Good &lt;b&gt;start&lt;/b&gt;");
    expect(feedback).toContain("A model answer");
    expect(text(of, `students/${idOf("Bob")}/feedback.html`)).not.toContain("A model answer");
  });

  it("of two who differ are told, and the first ones stay", async () => {
    const of = course({ "a.zip": zipOf(handIn(solutions, { answers }), { author: "Ada" }) });
    const [one, other] = [join(of.out, "one.json"), join(of.out, "other.json")];
    writeFileSync(one, JSON.stringify({ marks: { [idOf("Ada")]: { "question-1": mark(["which"], "Kim") } } }));
    writeFileSync(other, JSON.stringify({ marks: { [idOf("Ada")]: { "question-1": mark(["relu"], "Lee") } } }));
    expect(await grade(of, "--merge", one, "--merge", other)).toContain(`CONFLICT  ${idOf("Ada")}, question-1: Kim and Lee differ; the marks of Kim stay`);
    expect(text(of, "marks.json")).toContain('"which"');
  });
});

describe("the teacher's file", () => {
  it("recounts points without running anything, and says what has changed", async () => {
    const of = course({ "a.zip": zipOf(withBug, { author: "Ada" }) });
    await grade(of);
    const before = text(of, "items.csv");
    const file = JSON.parse(text(of, "grading.json")) as { exercises: { id: string; points: number }[] };
    writeFileSync(join(of.out, "grading.json"), JSON.stringify({ ...file, exercises: file.exercises.map((exercise) => (exercise.id === "sgd" ? { ...exercise, points: 12 } : exercise)) }));
    const start = performance.now();
    expect(await grade(of)).toContain("sgd 3 -> 13");
    expect(text(of, "items.csv")).not.toBe(before);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it("takes checks of its own, also after the hand-in, of which no line reaches the student", async () => {
    const of = course({ "a.zip": zipOf(handIn(), { author: "Ada" }) });
    await grade(of);
    writeFileSync(join(of.out, "own.check.mjs"), `export default ({ reluForward }, { library, passed, failed }) => [
  { name: "one thousand numbers", limit: "0", run() {
    const x = new library.RandomState(99).randn(1000);
    const [out] = reluForward(x.copy());
    const secretDifference = library.relError(out, x.maximum(0));
    return secretDifference === 0 ? passed("0") : failed(String(secretDifference), "secret words of the teacher");
  } },
  { name: "never passes", limit: "1", run: () => failed("0", "secret words of the teacher") },
];\n`);
    const file = JSON.parse(text(of, "grading.json")) as Grading;
    writeFileSync(join(of.out, "grading.json"), JSON.stringify({ ...file, exercises: file.exercises.map((exercise) => (exercise.id === "relu" ? { ...exercise, hidden: ["own.check.mjs"] } : exercise)) }));
    expect(await grade(of)).toContain("relu 6 -> 5.8");
    const hidden = resultOf(of, "Ada").exercises[0]!.hidden;
    expect(hidden.map(({ name, status }) => `${name}: ${status}`).slice(-2)).toEqual(["one thousand numbers: passed", "never passes: failed"]);
    const feedback = text(of, `students/${idOf("Ada")}/feedback.html`);
    expect(feedback).toContain("4 of 5 hidden checks passed");
    for (const secret of ["secret", "one thousand", "never passes"]) expect(feedback).not.toContain(secret);
  });

  it("is told from a wrong one", async () => {
    const of = course({ "a.zip": zipOf(handIn(), { author: "Ada" }) }, { due: "2026-12-05" });
    await expect(grade(of)).rejects.toThrow(/readGrading: expected due in .* to be a time with its offset, such as 2026-12-05T23:59\+09:00, got "2026-12-05"/);
    expect(readdirSync(of.out)).toEqual(["grading.json"]);
  });

  it("counts lateness by the time of the hand-in, and follows the due time back", async () => {
    const of = course({ "a.zip": zipOf(handIn(), { author: "Ada", submitted: "2026-12-06T10:00+09:00" }) }, { due: "2026-12-05T10:00+09:00" });
    await grade(of);
    expect(text(of, "grades.csv")).toContain(",1440,10,9,0,8.1,29,");
    writeGrading(of.out, { ...(JSON.parse(text(of, "grading.json")) as Grading), due: "2026-12-07T00:00+09:00" });
    expect(await grade(of)).toContain("total 8.1 -> 9");
  });
});
