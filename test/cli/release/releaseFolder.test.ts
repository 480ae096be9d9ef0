/** What students get, and what the teacher keeps: whole, and with no answer in it. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { release } from "../../../src/cli/release/releaseNotebooks.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { readGrading } from "../../../src/cli/grade/gradingFile.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { buildSmallSite } from "../../site/smallSite.js";

const root = join(import.meta.dirname, "../../..");
const folder = temporaryFolder();
const students = join(folder, "students");
let said = "";

async function releaseInto(out: string, due: string | null): Promise<boolean> {
  const terminal = new Terminal({ write: (text) => (said += text) });
  return release({ check: false, out, due, withoutSolutions: false, help: false }, { root, workingDirectory: root, terminal });
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name));
}

const text = (path: string, of = students): string => readFileSync(join(of, path), "utf8");
const cellsOf = (path: string) => readNotebook(text(path), path).cells;

beforeAll(async () => {
  await releaseInto(folder, "2026-12-05T23:59+09:00");
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
    expect(of("notebooks/exercises.ipynb", "title").split("\n")[2]).toBe('**Due: 2026-12-05 23:59 (UTC+09:00).** 100 points in all. Hand in by *File → Hand in…*, or with `npm run submit -- --name "Your name"`.');
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
    expect(Object.keys(scripts)).toEqual(["prepare", "build", "start", "submit", "data", "lab", "site", "kernel:install"]);
    for (const command of Object.values(scripts)) for (const [, name] of command.matchAll(/dist\/(cli\/\w+)\.js/g)) expect(existsSync(join(students, `src/${name}.ts`)), command).toBe(true);
    for (const command of Object.values(scripts)) for (const [, name] of command.matchAll(/node (scripts\/\w+\.mjs)/g)) expect(existsSync(join(students, name!)), command).toBe(true);
    expect(existsSync(join(students, "lab/front-end.zip"))).toBe(true);
  });

  it("installs what its programs import, in the versions of this clone, and nothing that only tests take", () => {
    interface Lock { packages: Record<string, { version?: string; devDependencies?: Record<string, string> }> }
    const [all, own] = [JSON.parse(text("package-lock.json", root)) as Lock, JSON.parse(text("package-lock.json")) as Lock];
    for (const [path, { version }] of Object.entries(own.packages)) expect(all.packages[path]?.version, path).toBe(version);
    for (const name of ["vitest", "oxlint", "typedoc", "playwright-core"]) expect(own.packages[`node_modules/${name}`], name).toBeUndefined();
    // Some are looked for only when they are needed: what counts is that a source names them.
    const sources = ["src", "scripts"].flatMap((name) => filesBelow(join(students, name))).filter((path) => /\.(ts|mjs)$/.test(path)).map((path) => readFileSync(path, "utf8"));
    const named = Object.keys(all.packages[""]!.devDependencies!).filter((name) => sources.some((source) => source.includes(`"${name}"`) || source.includes(`"${name}/`)));
    expect(named).toContain("@resvg/resvg-js");
    for (const name of named) expect(own.packages[`node_modules/${name}`], name).toBeDefined();
    const { devDependencies } = JSON.parse(text("package.json")) as { devDependencies: Record<string, string> };
    expect(own.packages[""]).toMatchObject({ devDependencies });
  });

  it("makes a site, of what students have", async () => {
    for (const name of ["node_modules", "dist"]) symlinkSync(join(root, name), join(students, name));
    const site = join(temporaryFolder(), "site");
    expect(await buildSmallSite(site, students)).toMatch(/^.*site: \d+ files/);
    const notebooks = filesBelow(join(site, "notebooks/files")).map((path) => readFileSync(path, "utf8"));
    expect(notebooks).toHaveLength(12);
    expect(notebooks.filter((content) => content.includes("2026-12-05 23:59"))).toHaveLength(1);
    expect(notebooks.filter((content) => content.includes("model-answer"))).toEqual([]);
  });
});

it("keeps the teacher's file, and writes its points and due time into the texts", async () => {
  const path = join(folder, "grading.json");
  const own = readGrading(path);
  writeFileSync(path, JSON.stringify({ ...own, due: "2027-01-02T12:00Z", exercises: own.exercises.map((exercise) => (exercise.id === "affine" ? { ...exercise, points: 18.5, hidden: [] } : exercise)) }));
  await releaseInto(folder, null);
  expect(text("README.md")).toContain("**Due: 2027-01-02 12:00 (UTC)**");
  expect(text("README.md")).toContain("| Affine layer | `affineForward`, `affineBackward` | 20.5 |");
  expect(readGrading(path).exercises[0]!.points).toBe(18.5);
});

it("refuses a folder of other files", async () => {
  const strange = temporaryFolder();
  symlinkSync(join(root, "src"), join(strange, "students"));
  await expect(releaseInto(strange, null)).rejects.toThrow(/release: expected .* to be empty or to hold an earlier release, got other files; choose another --out/);
});
