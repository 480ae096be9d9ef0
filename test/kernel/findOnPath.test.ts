import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { findOnPath } from "../../src/kernel/findOnPath.js";

const folder = mkdtempSync(join(tmpdir(), "path-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [first, second] = ["first", "second"].map((name) => join(folder, name)) as [string, string];
for (const path of [first, second]) mkdirSync(path);
mkdirSync(join(first, "tool"));
for (const name of ["tool", "tool.EXE"]) {
  writeFileSync(join(second, name), "");
  chmodSync(join(second, name), 0o755);
}

it("finds a program, and passes over a folder of that name", () => {
  expect(findOnPath("tool", "linux", { PATH: `${first}:${second}` })).toBe(join(second, "tool"));
});

it("adds the extensions of Windows", () => {
  expect(findOnPath("tool", "win32", { Path: `${first};${second}`, PATHEXT: ".COM;.EXE" })).toBe(join(second, "tool.EXE"));
});

it("says when there is none", () => {
  expect(findOnPath("tool", "linux", { PATH: first })).toBeUndefined();
  expect(findOnPath("tool", "linux", {})).toBeUndefined();
});
