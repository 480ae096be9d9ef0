import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { findOnPath } from "../../../src/host/node/findOnPath.js";

const folder = temporaryFolder();
const [first, second] = ["first", "second"].map((name) => join(folder, name)) as [string, string];
for (const path of [first, second]) mkdirSync(path);
mkdirSync(join(first, "tool"));
for (const name of ["tool", "tool.EXE"]) {
  writeFileSync(join(second, name), "");
  chmodSync(join(second, name), 0o755);
}

it("finds a program, and passes over a folder of that name", () => {
  const found = findOnPath("tool", process.platform, { PATH: [first, second].join(delimiter), PATHEXT: ".EXE" });
  expect(found).toBe(join(second, process.platform === "win32" ? "tool.EXE" : "tool"));
});

it("adds the extensions of Windows", () => {
  expect(findOnPath("tool", "win32", { Path: `${first};${second}`, PATHEXT: ".COM;.EXE" })).toBe(join(second, "tool.EXE"));
});

it("passes over batch files, which Node does not start", () => {
  writeFileSync(join(first, "lab.CMD"), "");
  writeFileSync(join(second, "lab.EXE"), "");
  for (const path of [join(first, "lab.CMD"), join(second, "lab.EXE")]) chmodSync(path, 0o755);
  expect(findOnPath("lab", "win32", { Path: `${first};${second}`, PATHEXT: ".COM;.EXE;.BAT;.CMD" })).toBe(join(second, "lab.EXE"));
});

it("says when there is none", () => {
  expect(findOnPath("tool", "linux", { PATH: first })).toBeUndefined();
  expect(findOnPath("tool", "linux", {})).toBeUndefined();
});
