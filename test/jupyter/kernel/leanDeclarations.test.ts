/** Few declarations are read at first; whatever a cell is, it is told and compiled to what it is with all of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CellsHost } from "../../../src/jupyter/cells/cellsHost.js";
import { Cells } from "../../../src/jupyter/cells/cells.js";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { cellFiles } from "../../../src/jupyter/kernel/cellFiles.js";
import { typescript as ts } from "../../../src/jupyter/kernel/compiler.js";
import { LEAN_LIBRARIES } from "../../../src/jupyter/kernel/cellLibrary.js";

const folder = join(import.meta.dirname, "../../../notebooks");
const { notebooks } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { notebooks: string[] };

beforeEach(() => void vi.spyOn(process, "cwd").mockReturnValue(folder));
afterEach(() => void vi.restoreAllMocks());

/** Cells of a host whose files are counted as they are read. */
function counted(): { cells: Cells; host: CellsHost; read: string[] } {
  const read: string[] = [];
  const files = cellFiles();
  const host = { ...files, readBriefly: (path: string) => (read.push(path), files.readBriefly!(path)) };
  return { cells: new Cells(ts, host), host, read };
}

function withAll(): Cells {
  const { lean: _, ...files } = cellFiles();
  return new Cells(ts, files);
}

const hasRest = (read: readonly string[]): boolean => read.some((path) => path.endsWith("/lib.cells.page.d.ts"));

it("the few name nothing that they do not declare, nor does the library's own part of its declarations", () => {
  const host = { ...cellFiles(), lib: LEAN_LIBRARIES };
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, lib: [...LEAN_LIBRARIES], types: [], noEmit: true };
  const compilerHost = ts.createCompilerHost(options);
  const source = (path: string): string | undefined => host.readBriefly!(path) ?? ts.sys.readFile(path);
  const names = ["index", "study/index", "notebook/index"].map((name) => join(folder, "../dist", `${name}.d.ts`));
  const program = ts.createProgram(names, options, {
    ...compilerHost,
    getDefaultLibLocation: () => host.libraries,
    fileExists: (path) => !path.includes("/danfojs-node/") && (source(path) !== undefined),
    readFile: source,
    getSourceFile: (path, version) => ((text) => (text === undefined ? undefined : ts.createSourceFile(path, text, version)))(source(path)),
  });
  expect(program.getSourceFiles().filter(({ fileName }) => /danfojs-node|@types\/node/.test(fileName))).toEqual([]);
  expect(program.getSourceFiles().length).toBeGreaterThan(100);
  expect(ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => [file?.fileName, messageText])).toEqual([]);
});

it.each(notebooks)("the cells of %s become what they become with all", (name) => {
  const [{ cells, read }, all] = [counted(), withAll()];
  const sources = readNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name).cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  expect(cells.compile(sources[0]!)).toEqual(all.compile(sources[0]!));
  expect(hasRest(read)).toBe(false);
  for (const source of sources.slice(1)) expect(cells.compile(source), source).toEqual(all.compile(source));
}, 120_000);

const FIRST = 'import { array, type NDArray, Solver } from "two-layer-net";\nimport { gradientTable, showTable, sweepTable } from "two-layer-net/notebook";\nconst x = array([1]);';

describe.each([
  ["what a page or Node has", ["const timer = setTimeout(() => {}, 1); timer.unref()", "process.argv", "Buffer.from('a').toString('base64')", "const e: HTMLElement | null = null; e", "globalThis['setTimeout'](() => {})", "structuredClone(x)", "new AbortController().signal", "type T = NodeJS.Timeout; let t: T;", "fetch('http://x').then((r) => r.json())"]],
  ["modules", ["import fs from 'fs'; fs.existsSync('x')", "require('node:path').join('a')", "const { readFile } = await import('fs/promises'); readFile", "let p: import('stream').Readable;", "/// <reference types='node' />\nprocess.pid"]],
  ["tables", ["showTable(gradientTable([]))", "import { gradientTable as table } from 'two-layer-net/notebook'; table([])", "import * as n from 'two-layer-net/notebook'; n.sweepTable", "import * as dfd from 'danfojs-node'; new dfd.Series([1])"]],
  ["mistakes", ["consol.log(1)", "process.exitt()", "const t: string = setTimeout(() => {}, 1)", "new AbortController().abrt()", "fetch(3)", "gradientTable(1, 2)", "gradientTable([]).prin()", "import { nope } from 'two-layer-net'", "sweepTable(5)", "globalThis['setTimeout'](5)", "require('fs').nope(1)", "HTMLElement.nope", "Bufer.from(1)", "x.ad(1)", "let y: NDAray;", "console.dirr(1)", "const console = 1; console.log", "const", "import 'nowhere'", "x +", "import('nowher')"]],
])("%s", (_, sources) => {
  it.each(sources)("%s", (source) => {
    const [{ cells, read }, all] = [counted(), withAll()];
    expect(cells.compile(FIRST)).toEqual(all.compile(FIRST));
    expect(hasRest(read)).toBe(false);
    expect(cells.compile(source)).toEqual(all.compile(source));
    expect(hasRest(read)).toBe(true);
    expect(cells.compile("x")).toEqual(all.compile("x"));
  });
});

it("other cells do with the few", () => {
  const { cells, read } = counted();
  for (const source of [FIRST, "class Own { length = 1; name = x.size; constructor(readonly status = 'open') {} }\nconst own = new Own();\nown", "console.log(`${own.name}`, Math.max(...x.toList() as number[]));\nfor (const event of [1]) event;", "x.shape.map((size) => size + 1)"]) {
    expect(cells.compile(source).findings, source).toEqual([]);
  }
  expect(hasRest(read)).toBe(false);
});

it("the rest is read ahead, and an editor has it from the first", () => {
  const { cells, host, read } = counted();
  expect(cells.check("1;")).toEqual([]);
  expect([...cells.readAhead()].length).toBe(host.lean!.others.length);
  const before = read.length;
  expect(cells.check("const t: NodeJS.Timeout = setTimeout(() => {}); const e: HTMLElement | null = null; e")).toEqual([]);
  expect(read.slice(before).filter((path) => /(\.page|@types\/node\/.*)\.d\.ts$/.test(path))).toEqual([]);
  const fresh = counted();
  expect(fresh.cells.complete("setTime", 7).entries.map(({ name }) => name)).toContain("setTimeout");
  expect(fresh.cells.describe("process.pid", 9)).toContain("pid");
});
