/**
 * The synthetic class of 100, two of whom mean ill and two of whom copy: how long it takes, and that nobody pays for
 * others. All twelve exercises are graded with `--mode long`, as they take minutes; else those that the tests look at.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { idOf } from "../../../src/cli/grade/handInFiles.js";
import type { HandInResult } from "../../../src/cli/grade/result.js";
import { alikePairs } from "../../../src/cli/grade/similar.js";
import { teacherOf } from "../../../src/cli/grade/teacher.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { grading, root, writeGrading } from "./course.js";
import { COPIED, ILL_MEANT, STUDENTS, syntheticClass } from "./syntheticClass.js";

const run = promisify(execFile);
const folder = temporaryFolder();
const [into, out] = [join(folder, "in"), join(folder, "out")];
const students = syntheticClass();
const LOOKED_AT = new Set(["relu", "softmax", "svm"]);
const asked = { ...grading(), exercises: grading().exercises.filter(({ id }) => process.env.MODE === "long" || LOOKED_AT.has(id)) };
/** The limit on two cores; measured alone on them: see the page for teachers. */
const LIMIT = 600_000;

let took = Infinity;
let results: HandInResult[] = [];

beforeAll(async () => {
  for (const made of [into, out]) mkdirSync(made);
  for (const [i, { zip }] of students.entries()) writeFileSync(join(into, `${i}.zip`), zip);
  writeGrading(out, asked);
  const start = performance.now();
  await run(process.execPath, ["dist/cli/grade.js", into, "--out", out], { cwd: root, maxBuffer: 1e8 });
  took = performance.now() - start;
  console.log(`100 hand-ins: ${(took / 1000).toFixed(0)} s`);
  results = students.map(({ name }) => JSON.parse(readFileSync(join(out, "students", idOf(name), "result.json"), "utf8")) as HandInResult);
}, LIMIT * 2);

describe("a class of 100", () => {
  it("is graded within ten minutes", () => {
    expect(took).toBeLessThan(LIMIT);
  });

  it("has a row for everybody", () => {
    expect(readFileSync(join(out, "grades.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(1 + STUDENTS);
    for (const { name, exercises } of results) expect(exercises.every(({ open, flags }) => open.length > 0 && !flags.some(({ kind }) => kind === "brokeOff")), name).toBe(true);
  });

  it("pays nothing for the two who mean ill, who pay for ReLU alone", () => {
    const ended = results.flatMap(({ name, exercises }) => (exercises.some(({ ending }) => ending !== null && ending !== "call") ? [name] : []));
    expect(ended).toEqual([]);
    for (const i of ILL_MEANT) {
      const status = (id: string): string[] => [...new Set(results[i]!.exercises.find((exercise) => exercise.id === id)!.open.map((check) => check.status))];
      expect(status("relu")).not.toContain("passed");
      expect(status("softmax")).toEqual(["passed"]);
    }
  });

  it("shows the two who copied first, and few others", () => {
    const pairs = alikePairs(results, [...teacherOf(asked, root).worked.values()]);
    expect(pairs[0]!.students).toEqual(COPIED.map((i) => idOf(students[i]!.name)));
    expect(pairs.length).toBeLessThan(15);
  });
});
