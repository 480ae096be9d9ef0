/** What a build takes out of dist before it adds to it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const program = join(import.meta.dirname, "../../scripts/tidyDist.mjs");
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  for (const path of ["src/nn/relu.ts", "src/play/game.ts", "dist/.tsbuildinfo"]) put(path);
});

function put(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), "");
}

function tidied(...paths: string[]): string[] {
  const outputs = ["dist/nn/relu.js", "dist/nn/relu.js.map", "dist/nn/relu.d.ts", "dist/play/game.min.js"];
  for (const path of [...outputs, ...paths]) put(path);
  execFileSync(process.execPath, [program], { cwd: folder });
  return [...outputs, ...paths, "dist/.tsbuildinfo"].filter((path) => !existsSync(join(folder, path)));
}

it("all outputs of a source that is gone", () => {
  const outputs = ["dist/nn/old.js", "dist/nn/old.js.map", "dist/nn/old.d.ts", "dist/gone/old.js"];
  expect(tidied(...outputs)).toEqual(outputs);
});

it("nothing where every source has its outputs", () => {
  expect(tidied()).toEqual([]);
});

it("the compiler's note where one has none, so that all are written", () => {
  put("src/nn/tanh.ts");
  expect(tidied()).toEqual(["dist/.tsbuildinfo"]);
});

it("nothing where there is no dist", () => {
  expect(execFileSync(process.execPath, [program], { cwd: temporaryFolder() }).length).toBe(0);
});
