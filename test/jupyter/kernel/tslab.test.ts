/** What the kernel relies on inside of tslab 1.0.22; a new version must be looked at before this changes. */
import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";
import { typescript } from "../../../src/jupyter/kernel/compiler.js";
import { jupyter } from "../../../src/jupyter/kernel/tslab.js";
import { versions } from "../../../src/jupyter/kernel/versions.js";

const require = createRequire(import.meta.url);

it("is the version that was looked at, exactly", () => {
  expect(typescript.version).toBe(versions.typescript);
  expect(versions).toEqual({ own: "0.1.0", tslab: "1.0.22", typescript: "5.9.3", node: process.version });
  const { devDependencies } = require("../../../package.json") as { devDependencies: Record<string, string> };
  expect(devDependencies["tslab"]).toBe("1.0.22");
});

it("is found among the loaded modules, as the code in cells looks for it", () => {
  expect(Object.keys(require.cache).some((path) => path.replaceAll("\\", "/").endsWith("/tslab/dist/jupyter.js"))).toBe(true);
});

it("lets the kernel set what displays write to", () => {
  const write = vi.fn();
  const { display } = require("tslab") as { display: { html(text: string): void } };
  expect(() => display.html("early")).toThrow(new Error("Not ready"));
  jupyter.lastWriteDisplayData = write;
  display.html("<b>");
  expect(write).toHaveBeenCalledWith({ data: { "text/html": "<b>" }, metadata: {}, transient: { display_id: undefined } }, undefined);
});

it("has its own compiler replaced by the one that cells are compiled with", () => {
  expect(Object.keys(require.cache).filter((path) => path.includes("typescript-for-tslab"))).toHaveLength(1);
  expect(createRequire(require.resolve("tslab/package.json"))("@tslab/typescript-for-tslab")).toBe(typescript);
});
