import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { cellFiles } from "../../../src/jupyter/kernel/cellFiles.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const slashed = (path: string): string => path.replaceAll("\\", "/");
const folder = temporaryFolder();
const inner = join(folder, "course", "notebooks");
mkdirSync(inner, { recursive: true });
mkdirSync(join(folder, "node_modules", "@types"), { recursive: true });
beforeEach(() => void vi.spyOn(process, "cwd").mockReturnValue(inner));
afterEach(() => void vi.restoreAllMocks());

it("cells live in the notebook's folder, with the types of Node and no others by themselves", () => {
  const files = cellFiles();
  expect([files.folder, files.lib, files.types]).toEqual([slashed(inner), ["lib.cells.d.ts", "lib.cells.page.d.ts"], ["node"]]);
  expect(files.libraries).toMatch(/\/node_modules\/typescript\/lib$/);
  expect(files.typeRoots[0]).toBe(`${slashed(folder)}/node_modules/@types`);
  expect(files.typeRoots.at(-1)).toBe(slashed(join(dirname(dirname(dirname(import.meta.dirname))), "node_modules", "@types")));
});

it("modules of Node are declared by their names, tslab in its file", () => {
  const { modules } = cellFiles();
  expect([modules.has("fs"), modules.get("fs"), modules.has("node:fs/promises"), modules.has("lodash")]).toEqual([true, undefined, true, false]);
  expect(modules.get("tslab")).toMatch(/\/tslab\/.*\.d\.ts$/);
});

it("files are read as they are, but for the compiler's own", () => {
  const files = cellFiles();
  const path = slashed(join(inner, "a.ts"));
  expect([files.stamp(path), files.fileExists(path), files.readFile(path)]).toEqual(["", false, undefined]);
  writeFileSync(path, "one");
  utimesSync(path, 1000, 1000);
  expect([files.stamp(path), files.fileExists(path), files.readFile(path), files.directoryExists(slashed(inner)), files.realpath(path)]).toEqual(["1000000 3", true, "one", true, slashed(path)]);
  expect(files.readFile(`${files.libraries}/lib.cells.d.ts`)).toContain("declare function prompt(message?: string): string;");
});
