import { existsSync, mkdirSync, rmSync } from "node:fs";
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
