import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import type * as files from "../../../src/host/node/files.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

it("knows the project in which the package is installed", async () => {
  const source = join(import.meta.dirname, "../../../src/host/node");
  const project = temporaryFolder();
  const there = join(project, "node_modules", "two-layer-net", "dist", "host", "node");
  mkdirSync(there, { recursive: true });
  writeFileSync(join(there, "package.json"), '{ "type": "module" }');
  for (const name of readdirSync(source)) {
    const text = ts.transpile(readFileSync(join(source, name), "utf8"), { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
    writeFileSync(join(there, name.replace(/ts$/, "js")), text);
  }
  const installed = (await import(pathToFileURL(join(there, "files.js")).href)) as typeof files;
  expect(installed.dataFolder()).toBe(join(project, ".cache"));
});
