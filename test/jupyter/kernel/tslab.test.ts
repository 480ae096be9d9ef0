/** What the kernel relies on inside of tslab 1.0.22; a new version must be looked at before this changes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createConverter, createExecutor, emitted, jupyter, versions } from "../../../src/jupyter/kernel/tslab.js";
import { PROJECT } from "./kernelUnderTest.js";

const require = createRequire(import.meta.url);
const executorSource = readFileSync(join(PROJECT, "node_modules/tslab/dist/executor.js"), "utf8");

it("is the version that was looked at, exactly", () => {
  expect(versions).toEqual({ tslab: "1.0.22", typescript: "5.0.4", node: process.version });
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

it("wraps scripts in a function of one line", () => {
  expect(executorSource).toContain('? "(async function(exports, require) { "');
  expect(executorSource).toContain(': "(function(exports, require) { ";');
  expect(executorSource).toContain("breakOnSigint: true");
});

describe("its converter", () => {
  const converter = createConverter();
  beforeEach(() => emitted.clear());

  it("compiles every form of await, with maps back to the cell", () => {
    for (const source of ["await (f())", "await [1]", "for await (const x of [f()]) x;"]) {
      const { diagnostics, output } = converter.convert("declare const f: () => Promise<number>;", source);
      expect(diagnostics).toEqual([]);
      expect(JSON.parse(emitted.get(output!)!.toModule)).toMatchObject({ version: 3 });
      expect(JSON.parse(emitted.get(output!)!.toScript)).toMatchObject({ version: 3 });
      expect(output).not.toContain("sourceMappingURL");
    }
  });

  it("reports positions that start from 0 in the cell itself", () => {
    const { diagnostics } = converter.convert("", "1;\n  missing");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 2304, start: { line: 1, character: 2 }, end: { line: 1, character: 9 } });
  });
});

describe("its executor", () => {
  it("hands over the last value and every error instead of printing them", async () => {
    const [log, error] = [vi.fn(), vi.fn()];
    const node = createConverter();
    const executor = createExecutor(process.cwd(), { node, browser: node, close: () => {} }, { log, error });
    expect(await executor.execute("1 + 1")).toBe(true);
    expect(log.mock.calls).toEqual([[2]]);
    expect(await executor.execute("throw new RangeError('bad')")).toBe(false);
    expect(error.mock.calls).toEqual([[new RangeError("bad")]]);
    executor.close();
  });
});
