/** What cells of a page are compiled with: small, without the DOM and Node, and enough for all notebooks. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { cellDeclarations } from "../../../src/cli/site/cellDeclarations.js";
import { Cells } from "../../../src/jupyter/cells/cells.js";
import { pageFiles } from "../../../src/jupyter/worker/pageFiles.js";
import { StoredFiles } from "../../../src/jupyter/worker/storedFiles.js";

const declarations = cellDeclarations(process.cwd(), ["two-layer-net", "two-layer-net/study", "two-layer-net/notebook", "danfojs-node"]);
const NOTEBOOKS = ["notebooks", "notebooks/ko"].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".ipynb")).map((name) => join(folder, name)));

function cellsOf(folder: string): Cells {
  return new Cells(ts, pageFiles(folder, new StoredFiles(new Map()), declarations), undefined, { tick: "__tick" });
}

describe("declarations of a page", () => {
  it("leave out what is larger than all the rest", () => {
    const paths = Object.keys(declarations);
    expect(paths.filter((path) => /@types\/node|typescript\/lib\/lib\.(?!cells)/.test(path))).toEqual([]);
    expect(paths.some((path) => path.startsWith("/node_modules/two-layer-net/dist/"))).toBe(true);
    for (const name of ["HTMLElement", "NodeJS"]) expect(cellsOf("/notebooks").check(`let a: ${name} | undefined;`)).not.toEqual([]);
  });

  it.each(NOTEBOOKS)("have the cells of %s without complaint", { timeout: 240_000 }, (path) => {
    const cells = cellsOf(`/${path.slice(0, path.lastIndexOf("/"))}`);
    const notebook = JSON.parse(readFileSync(path, "utf8")) as { cells: { cell_type: string; source: string[] }[] };
    const complaints = notebook.cells.filter(({ cell_type }) => cell_type === "code").flatMap(({ source }) => cells.compile(source.join("")).findings.map(({ line, message }) => `${source[line - 1]}: ${message}`));
    expect(complaints).toEqual([]);
  });

  it.each(["gradientTable([]).prin()", "const t = gradientTable([]);\nt.shape", "import * as n from 'two-layer-net/notebook';\nn.sweepTable(1)", "import * as dfd from 'danfojs-node';\nnew dfd.DataFrame([[1]]).prnt()"])("leave a package unread until a cell needs it: %s", (source) => {
    const read: string[] = [];
    const files = pageFiles("/notebooks", new StoredFiles(new Map()), declarations);
    const cells = new Cells(ts, { ...files, readFile: (path) => (read.push(path), files.readFile(path)) });
    const { lean: _, ...withAll } = files;
    const all = new Cells(ts, withAll);
    const hasPackage = (): boolean => read.some((path) => /danfojs-node\/.*\.d\.ts$/.test(path));
    const first = 'import { array } from "two-layer-net";\nimport { gradientTable } from "two-layer-net/notebook";\narray([1])';
    expect([cells.compile(first), hasPackage()]).toEqual([all.compile(first), false]);
    expect([cells.compile(source), hasPackage()]).toEqual([all.compile(source), true]);
  });

  it.each([
    "const controller = new AbortController(); controller.signal.addEventListener('abort', () => controller.signal.reason);",
    "const texts: string[] = await Promise.all([fetch('a').then((answer) => answer.text())]);",
    "const id = setInterval((n: number) => n, 5, 1); clearInterval(id); await new Promise((done) => setTimeout(done, 1));",
    "new TextDecoder().decode(new TextEncoder().encode('a')); structuredClone({ a: 1 }).a; performance.now() + 1; crypto.randomUUID(); new URL('a', 'b').href;",
    "const name: string = prompt('?'); process.stdout.write(name); console.table([1]);",
    "import { display, newDisplay } from 'tslab'; newDisplay().html('a'); display.raw('a/b', new Uint8Array());",
  ])("have %s", (source) => {
    expect(cellsOf("/notebooks").check(source)).toEqual([]);
  });
});
