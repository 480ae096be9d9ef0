/** A zoo of hand-ins in one run: each gets what it deserves, and none costs another anything. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { idOf } from "../../../src/cli/grade/handInFiles.js";
import { pointsOf } from "../../../src/cli/grade/points.js";
import type { HandInResult } from "../../../src/cli/grade/result.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { grading, root, writeGrading, zipOf } from "./course.js";
import { forgery, harmful, harmless, type Specimen } from "./zoo.js";

const run = promisify(execFile);
const [folder, lonely, temporary] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
const [into, out] = [join(folder, "in"), join(folder, "out")];
const course = grading();
const all: Readonly<Record<string, Specimen>> = { ...harmless, ...harmful, "forged answers": { notebook: forgery, relu: 0 } };

function resultOf(name: string, of = out): HandInResult {
  return JSON.parse(readFileSync(join(of, "students", idOf(name), "result.json"), "utf8")) as HandInResult;
}

async function grade(hands: string, to: string, ...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["dist/cli/grade.js", hands, "--out", to, ...options], { cwd: root, maxBuffer: 1e8, env: { ...process.env, TMPDIR: temporary } });
  return stdout;
}

/** Of a process, where it is one of this user's and has not ended. */
function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

beforeAll(async () => {
  mkdirSync(into);
  mkdirSync(out);
  for (const [i, [name, { notebook }]] of Object.entries(all).entries()) writeFileSync(join(into, `${i}.zip`), zipOf(notebook, { author: name }));
  writeGrading(out, course);
  await grade(into, out);
}, 400_000);

describe("the zoo", () => {
  it.each(Object.entries(all))("%s", (name, { relu, automatic, flags = [] }) => {
    const result = resultOf(name);
    const points = pointsOf(result, course, {});
    expect(points.exercises.find(({ id }) => id === "relu")!.points).toBe(relu);
    if (automatic !== undefined) expect(points.automatic).toBe(automatic);
    // what does not use ReLU
    expect(points.exercises.filter(({ id }) => ["affine", "softmax", "svm", "sgd"].includes(id)).map((item) => item.points)).toEqual([10, 10, 8, 3]);
    const own = [...result.flags, ...result.exercises.filter(({ id }) => id === "relu").flatMap((exercise) => exercise.flags)].map(({ kind }) => kind);
    expect(own.filter((kind) => kind !== "recordMissing" && kind !== "worked")).toEqual(expect.arrayContaining([...flags]));
    if (Object.hasOwn(harmless, name)) expect(own.filter((kind) => kind !== "recordMissing" && kind !== "worked")).toEqual([...flags]);
  });

  // Others grade at the same time: those that are this run's start in a folder of its own.
  it.skipIf(process.platform !== "linux")("leaves no process behind", () => {
    const folders = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(workingFolder);
    expect(folders).toContain(process.cwd());
    expect(folders.filter((place) => place.startsWith(temporary))).toEqual([]);
  });

  it("writes into its own folder alone", () => {
    expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
    expect(readdirSync(into)).toHaveLength(Object.keys(all).length);
    expect(existsSync(join(out, "running.json"))).toBe(false);
  });

  it("costs the one who did well nothing", async () => {
    const [alone, result] = [join(lonely, "in"), join(lonely, "out")];
    for (const made of [alone, result]) mkdirSync(made);
    writeFileSync(join(alone, "0.zip"), zipOf(harmless["all is well"]!.notebook, { author: "all is well" }));
    writeGrading(result, course);
    await grade(alone, result);
    expect(resultOf("all is well").exercises).toEqual(resultOf("all is well", result).exercises);
  });
});
