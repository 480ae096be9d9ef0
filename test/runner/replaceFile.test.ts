import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/runner/replaceFile.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const folder = temporaryFolder();

test("writes into folders that are not there yet, and over what is", () => {
  const path = join(folder, "a", "b.txt");
  replaceFile(path, "one");
  replaceFile(path, "two");
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "a"))).toEqual(["b.txt"]);
});

test("what stood there stays whole for those who still read it", () => {
  const path = join(folder, "a", "b.txt");
  linkSync(path, join(folder, "a", "reader.txt"));
  replaceFile(path, "three");
  expect(readFileSync(join(folder, "a", "reader.txt"), "utf8")).toBe("two");
});

test("a write that fails says so and leaves nothing half done", () => {
  const path = join(folder, "taken");
  mkdirSync(path);
  writeFileSync(join(path, "kept"), "x");
  expect(() => replaceFile(path, "text")).toThrow(`replaceFile: expected to write ${path}, got: `);
  expect(readdirSync(folder).sort()).toEqual(["a", "taken"]);
  expect(readdirSync(path)).toEqual(["kept"]);
});
