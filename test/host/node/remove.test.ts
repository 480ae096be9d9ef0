import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { remove } from "../../../src/host/node/remove.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const folder = temporaryFolder();

test("a file, a folder with all that is in it, whatever its letters, and what is not there", () => {
  const path = join(folder, "한글 이름");
  mkdirSync(join(path, "안", "더 안"), { recursive: true });
  writeFileSync(join(path, "안", "파일"), "x");
  writeFileSync(join(path, "ü"), "x");
  remove(join(path, "ü"));
  expect(readdirSync(path)).toEqual(["안"]);
  remove(path);
  remove(path);
  expect(existsSync(path)).toBe(false);
});

test.skipIf(process.platform === "win32")("a link goes, and what it leads to stays", () => {
  const kept = join(folder, "kept");
  mkdirSync(kept);
  writeFileSync(join(kept, "file"), "x");
  mkdirSync(join(folder, "gone"));
  symlinkSync(kept, join(folder, "gone", "to a folder"));
  symlinkSync(join(folder, "nowhere"), join(folder, "gone", "to nothing"));
  remove(join(folder, "gone"));
  expect(readdirSync(folder)).toEqual(["kept"]);
  expect(readdirSync(kept)).toEqual(["file"]);
});
