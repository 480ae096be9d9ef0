/** What students get, and what the teacher keeps: whole, and with no answer in it. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { release } from "../../../src/cli/release/releaseNotebooks.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { readGrading } from "../../../src/cli/grade/gradingFile.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const root = join(import.meta.dirname, "../../..");
const run = promisify(execFile);
const [folder, bare] = [temporaryFolder(), temporaryFolder()];
const students = join(folder, "students");
let said = "";

async function releaseInto(out: string, withoutSolutions: boolean, due: string | null): Promise<boolean> {
  const terminal = new Terminal({ write: (text) => (said += text) });
  return release({ check: false, out, due, withoutSolutions, help: false }, { root, workingDirectory: root, terminal });
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name));
}

const text = (path: string, of = students): string => readFileSync(join(of, path), "utf8");
const cellsOf = (path: string) => readNotebook(text(path), path).cells;

beforeAll(async () => {
  await releaseInto(folder, false, "2026-12-05T23:59+09:00");
  await releaseInto(bare, true, null);
});

describe("what students get", () => {
  it("gives no answer away", () => {
    const rubric = readGrading(join(folder, "grading.json")).questions.flatMap((question) => [...question.rubric.flatMap((item) => Object.values(item.text)), ...Object.values(question.answer)]);
    for (const path of filesBelow(students).filter((name) => /\.(ts|md|ipynb|json)$/.test(name))) {
      const content = readFileSync(path, "utf8");
      expect(content.includes("two_layer_net.ipynb"), path).toBe(false);
      expect(content.includes('"id": "model-answer'), path).toBe(false);
      for (const line of rubric) expect(content.includes(JSON.stringify(line).slice(1, 60)), `${path}: ${line}`).toBe(false);
    }
    expect(existsSync(join(students, "notebooks/two_layer_net.ipynb"))).toBe(false);
    expect(existsSync(join(students, "src/cli/grade"))).toBe(false);
    expect(existsSync(join(students, "test"))).toBe(false);
  });

  it("has stubs, checks, and places for answers in both languages", () => {
    for (const path of ["notebooks/exercises.ipynb", "notebooks/ko/exercises.ipynb"]) {
      const cells = cellsOf(path);
      expect(cells.filter(({ source }) => source.includes("return notWritten(")).length).toBeGreaterThanOrEqual(12);
      expect(cells.filter(({ id }) => id.startsWith("check-")).length).toBeGreaterThanOrEqual(12);
      expect(cells.filter(({ id }) => id.startsWith("answer-")).map(({ id }) => id)).toEqual(["answer-1", "answer-2"]);
    }
  });

  it("says what is due when, and for how much", () => {
    const of = (path: string, id: string): string => cellsOf(path).find((cell) => cell.id === id)!.source;
    expect(of("notebooks/exercises.ipynb", "title").split("\n")[2]).toBe('**Due: 2026-12-05 23:59 (UTC+09:00).** 100 points in all. Hand in with `npm run submit -- --name "Your name"`.');
    expect(of("notebooks/ko/exercises.ipynb", "title").split("\n")[2]).toContain("**마감: 2026년 12월 5일 23:59 (UTC+09:00).** 모두 100점입니다.");
    expect(of("notebooks/exercises.ipynb", "sigmoid-text").split("\n")[2]).toBe("*Sigmoid layer: 6 points* · *Leaky ReLU layer: 5 points*");
    expect(of("notebooks/exercises.ipynb", "question-1").split("\n")[2]).toBe("*10 points*");
    expect(text("README.md")).toContain("| Affine layer | `affineForward`, `affineBackward` | 10 |");
    expect(text("README.ko.md")).toContain("| 아핀 층 | `affineForward`, `affineBackward` | 10 |");
  });

  it("is whole: every file that another imports, and every program that a command starts", () => {
    const sources = filesBelow(join(students, "src"));
    const missing = sources.flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^(?:import|export) .*?from "(\.[^"]+)\.js";$/gm)].map(([, to]) => join(dirname(path), `${to}.ts`)).filter((file) => !existsSync(file)));
    expect(missing).toEqual([]);
    const { scripts } = JSON.parse(text("package.json")) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(["prepare", "build", "start", "submit", "data", "lab", "kernel:install"]);
    for (const command of Object.values(scripts)) for (const [, name] of command.matchAll(/dist\/(cli\/\w+)\.js/g)) expect(existsSync(join(students, `src/${name}.ts`)), command).toBe(true);
    for (const command of Object.values(scripts)) for (const [, name] of command.matchAll(/node (scripts\/\w+\.mjs)/g)) expect(existsSync(join(students, name!)), command).toBe(true);
    expect(existsSync(join(students, "lab/front-end.zip"))).toBe(true);
  });
});

it("keeps the teacher's file, and writes its points and due time into the texts", async () => {
  const path = join(folder, "grading.json");
  const own = readGrading(path);
  writeFileSync(path, JSON.stringify({ ...own, due: "2027-01-02T12:00Z", exercises: own.exercises.map((exercise) => (exercise.id === "affine" ? { ...exercise, points: 18.5, hidden: [] } : exercise)) }));
  await releaseInto(folder, false, null);
  expect(text("README.md")).toContain("**Due: 2027-01-02 12:00 (UTC)**");
  expect(text("README.md")).toContain("| Affine layer | `affineForward`, `affineBackward` | 20.5 |");
  expect(readGrading(path).exercises[0]!.points).toBe(18.5);
});

it("refuses a folder of other files", async () => {
  const strange = temporaryFolder();
  symlinkSync(join(root, "src"), join(strange, "students"));
  await expect(releaseInto(strange, false, null)).rejects.toThrow(/release: expected .* to be empty or to hold an earlier release, got other files; choose another --out/);
});

describe("without solutions", () => {
  const own = join(bare, "students");

  it("compiles, its layers, losses and rules are to be written, and the checks still know what is right", async () => {
    symlinkSync(join(root, "node_modules"), join(own, "node_modules"));
    await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { cwd: own });
    const program = `
      import * as library from "./dist/index.js";
      import { checkLayer, checkLoss, checkUpdateRule } from "./dist/study/index.js";
      const stubs = ["affineForward", "affineBackward", "reluForward", "affineReluBackward", "sigmoidForward", "leakyReluBackward", "tanhForward", "softmaxLoss", "svmLoss", "sgd", "sgdMomentum", "rmsprop", "adam"];
      for (const name of stubs) try { library[name](); console.log(name, "works"); } catch (error) { if (!error.message.startsWith(name + ": this is yours to write, in src/nn/")) console.log(name, error.message); }
      try { new library.TwoLayerNet().scores(library.zeros([2, 3072])); } catch (error) { console.log(error.message.split(",")[0]); }
      console.log(checkLayer("relu", (x) => [x.maximum(0), x], (d, x) => d.combine(x, (a, v) => (v > 0 ? a : 0))).headline);
      console.log(checkLoss("softmax", () => [1, library.zeros([2, 2])]).failures.length > 0);
      console.log(checkUpdateRule("sgd", (w, dw, { learningRate = 0.01 } = {}) => [w.sub(dw.mul(learningRate)), { learningRate }]).headline);`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: own });
    expect(stdout.trim().split("\n")).toEqual(["affineReluForward: this is yours to write", "ReLU layer: 10 of 10 checks passed", "true", "SGD: 4 of 4 checks passed"]);
  }, 300_000);

  it("takes what a student writes", async () => {
    const file = join(own, "src/nn/layers/relu.ts");
    const stub = readFileSync(file, "utf8");
    expect(stub).not.toContain("maximum");
    writeFileSync(file, stub.replace('return yours("reluForward", "src/nn/layers/relu.ts", x);', 'return [x.maximum(0), { layer: "relu", x }];'));
    await run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"], { cwd: own });
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", 'import { array, reluForward } from "./dist/index.js"; console.log(reluForward(array([-1, 2]))[0].toList().join())'], { cwd: own });
    expect(stdout.trim()).toBe("0,2");
  }, 300_000);
});
