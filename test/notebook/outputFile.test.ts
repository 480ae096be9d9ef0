import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { outputFile } from "../../src/notebook/outputFile.js";

const project = temporaryFolder();
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(project, { recursive: true, force: true });
});

function from(folder: string): string {
  mkdirSync(join(project, folder), { recursive: true });
  vi.spyOn(process, "cwd").mockReturnValue(join(project, folder));
  return outputFile("a.npz");
}

it("is beside the notebooks, from any folder of theirs, in a folder that is there", () => {
  expect([from("notebooks"), from("notebooks/ko")]).toEqual(Array(2).fill(join(project, "out", "a.npz")));
  expect(existsSync(join(project, "out"))).toBe(true);
});

it("is in the working directory where there are no notebooks", () => {
  expect(from("work")).toBe(join(project, "work", "out", "a.npz"));
});

it("leaves the file of an earlier run, unless a fresh one is asked for; a folder is no file", () => {
  writeFileSync(from("notebooks"), "earlier");
  expect(existsSync(outputFile("a.npz"))).toBe(true);
  expect(existsSync(outputFile("a.npz", { fresh: true }))).toBe(false);
  expect(outputFile("a.npz", { fresh: true })).toBe(join(project, "out", "a.npz"));
  mkdirSync(join(project, "out", "runs"));
  expect(() => outputFile("runs", { fresh: true })).toThrow();
  expect(readdirSync(join(project, "out"))).toEqual(["runs"]);
  expect(() => outputFile("a.npz", { freh: true } as never)).toThrow('outputFile: unknown option "freh"; did you mean "fresh"?');
});
