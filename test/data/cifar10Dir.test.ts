import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterEach, expect, it, vi } from "vitest";
import { cifar10Dir, namedCifar10Dir } from "../../src/data/cifar10Dir.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

afterEach(() => vi.unstubAllEnvs());

it("takes the folder given, then the environment's, then the project's cache", () => {
  const cache = fileURLToPath(new URL("../../.cache/cifar-10-batches-bin", import.meta.url));
  vi.stubEnv("CIFAR10_DIR", "/data/cifar");
  expect(cifar10Dir("some/where")).toBe(resolve("some/where"));
  expect(cifar10Dir()).toBe(resolve("/data/cifar"));
  expect(cifar10Dir("")).toBe(resolve("/data/cifar"));
  vi.stubEnv("CIFAR10_DIR", "");
  expect(cifar10Dir()).toBe(cache);
  vi.stubEnv("CIFAR10_DIR", undefined);
  expect(cifar10Dir()).toBe(cache);
});

it("takes the cache of the project in which the package is installed", async () => {
  const source = fileURLToPath(new URL("../../src/data/cifar10Dir.ts", import.meta.url));
  const project = temporaryFolder();
  const data = join(project, "node_modules", "two-layer-net", "dist", "data");
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, "cifar10Dir.mjs"), ts.transpile(readFileSync(source, "utf8"), { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }));
  const installed = (await import(pathToFileURL(join(data, "cifar10Dir.mjs")).href)) as { cifar10Dir: typeof cifar10Dir };
  vi.stubEnv("CIFAR10_DIR", "");
  expect(installed.cifar10Dir()).toBe(join(project, ".cache", "cifar-10-batches-bin"));
});

it("tells whether one was asked for", () => {
  vi.stubEnv("CIFAR10_DIR", "");
  expect([namedCifar10Dir(), namedCifar10Dir("")]).toEqual([undefined, undefined]);
  expect(namedCifar10Dir("a")).toBe("a");
  vi.stubEnv("CIFAR10_DIR", "b");
  expect(namedCifar10Dir()).toBe("b");
});
