import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readingOrder } from "../../src/cli/readingOrder.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

test("listed notebooks come first, in the list's order, in every folder; folders come last", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ notebooks: ["intro", "work"] }));
  const names = ["ko/work", "b", "work", "ko/a", "a", "ko/intro", "intro"];
  expect(names.sort(readingOrder(folder))).toEqual(["intro", "work", "a", "b", "ko/intro", "ko/work", "ko/a"]);
});

test("without a list the order is that of the names", () => {
  const folder = temporaryFolder();
  expect(["c", "ko/a", "b"].sort(readingOrder(folder))).toEqual(["b", "c", "ko/a"]);
  writeFileSync(join(folder, "package.json"), "{}");
  expect(["c", "b"].sort(readingOrder(folder))).toEqual(["b", "c"]);
});

test("a folder comes after all that lies above it, whatever its name, and folders in the order of theirs", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ notebooks: ["z"] }));
  const names = ["ko/a", "de/z", "z", "a/b/c", "ko/z", "b"];
  expect(names.sort(readingOrder(folder))).toEqual(["z", "b", "de/z", "ko/z", "ko/a", "a/b/c"]);
  expect(readingOrder(folder)("b", "b")).toBe(0);
});
