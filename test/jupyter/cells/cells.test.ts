/** What a cell is compiled to, and what is said of it. */
import ts from "typescript";
import { beforeEach, describe, expect, it } from "vitest";
import { Cells } from "../../../src/jupyter/cells/cells.js";
import { hostOf } from "./session.js";

let files: Map<string, string>;
let cells: Cells;
beforeEach(() => {
  files = new Map([["/types/outside.d.ts", "export declare const three: number;\nexport interface Shape { size: number }\n"], ["/notebook/there.ts", ""]]);
  cells = new Cells(ts, hostOf(files));
});
const codeOf = (source: string): string | undefined => cells.compile(source).cell?.code;
const saidOf = (source: string): unknown[] => cells.compile(source).findings.map(({ path, line, column, code }) => [path, line, column, code]);

describe("a cell becomes a function", () => {
  it("that tells its names first, and its value last", () => {
    expect(codeOf("let n = 1; const c = 2;\nn + c")).toBe("(function (exports, require, __cell) {\n\n__cell.define({ get n() { return n; }, set n(value_1) { n = value_1; }, get c() { return c; } });\nlet n = 1;\nconst c = 2;\n__cell.value = n + c;\n})");
    expect(codeOf("'use strict';")).toBe("(function (exports, require, __cell) {\n\n__cell.define({});\n'use strict';\n})");
  });

  it("that waits, and has what it imports and uses", () => {
    cells.compile("let n = 1;");
    const { cell } = cells.compile("import { three as t, type Shape } from 'outside';\nn = await t; interface I { n: Shape }");
    expect(cell?.code).toBe('(async function (exports, require, __cell) {\n\n__cell.define({ get t() { return outside_1.three; } });\nconst outside_1 = require("outside");\nexports.n = await outside_1.three;\n})');
    expect([cell?.awaits, cell?.uses, [...cell!.declares].sort(), [...cell!.defines]]).toEqual([true, ["n"], ["I", "Shape", "t"], expect.arrayContaining(["t"])]);
    expect(codeOf('t;\nfunction f() { return "use strict"; }\nn++')).toBe('(function (exports, require, __cell) {\n\nconst cell_2_1 = require("cell:2");\n__cell.define({ get f() { return f; } });\ncell_2_1.t;\nfunction f() { return "use strict"; }\n__cell.value = exports.n++;\n})');
  });

  it("with constant enums, decorators of the older kind, and nothing for types", () => {
    expect(codeOf("const enum F { G = 1 }")).toContain('F[F["G"] = 1] = "G";');
    expect(codeOf("const mark = (_: object, key: string) => {};\nclass A { @mark x = 1 }")).toContain("], A.prototype, \"x\", void 0);");
    expect(codeOf("interface I {} type T = I; declare const d: 1; namespace N { export type U = I }")).toBe("(function (exports, require, __cell) {\n\n__cell.define({ get d() { return d; } });\n})");
    expect(cells.compile("import * as o from 'outside'; import type { three } from 'outside'; export type { three as t };").cell?.code).toContain("__cell.define({ get o() { return o; } });");
  });

  it("with the way back to its source", () => {
    expect(JSON.parse(cells.compile("const z = 1;\nz").cell!.map)).toEqual({ version: 3, file: "cell:this.js", sourceRoot: "", sources: ["../cell:this.ts"], names: [], mappings: ";;;AAAA,MAAM,CAAC,GAAG,CAAC,CAAC;AACZ,eAAA,CAAC,CAAA" });
  });
});

describe("of the folder's files", () => {
  const compiled = (source: string) => {
    const { findings, cell } = cells.compile(source);
    return findings.length > 0 ? findings.map(({ path, line, code }) => [path, line, code]) : cell!.files.map(({ path, code, source: text }) => [path, code, text === files.get(path)]);
  };

  it("those of code are compiled with the cell, in TypeScript, JavaScript or with tags", () => {
    files.set("/notebook/old.js", "export const size = 5;\n");
    files.set("/notebook/half.js", "module.exports = function half() { return 1; };\n");
    files.set("/notebook/view.tsx", "declare const React: any; declare global { namespace JSX { interface IntrinsicElements { b: object } } }\nexport const view = () => <b>x</b>;\n");
    const head = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n';
    expect(compiled("import { size } from './old'; size")).toEqual([["/notebook/old.js", `${head}exports.size = void 0;\nexports.size = 5;\n`, true]]);
    expect(compiled("import half from './half'; half()")).toEqual([["/notebook/half.js", "module.exports = function half() { return 1; };\n", true]]);
    expect(compiled("import { view } from './view'; view")).toEqual([["/notebook/view.tsx", `${head}exports.view = void 0;\nconst view = () => React.createElement("b", null, "x");\nexports.view = view;\n`, true]]);
  });

  it("those of data and of types are not, nor are such types looked into", () => {
    files.set("/notebook/data.json", '{ "a": 1 }');
    files.set("/notebook/types.d.ts", "export declare const d: number;\nexport declare const wrong: Nowhere;");
    expect([compiled("import data from './data.json'; data.a"), compiled("import { d } from './types'; d")]).toEqual([[], []]);
  });

  it("JavaScript is checked too", () => {
    files.set("/notebook/bad.js", "/** @type {string} */\nexport const size = 5;\n");
    expect(compiled("import { size } from './bad'; size")).toEqual([["/notebook/bad.js", 2, 2322]]);
  });

  it("those of packages are none, and those of other folders neither", () => {
    files.set("/notebook/node_modules/p/index.ts", "export const p = 1;");
    files.set("/types/outside.d.ts", "export declare const three: number;");
    expect([compiled("import { p } from 'p'; p"), compiled("import { three } from 'outside'; three")]).toEqual([[], []]);
  });

  it.each(["m.ts", "m.tsx"])("a cell may be one: %s", (name) => {
    expect(cells.addModule(`/notebook/${name}`, "export const m: string = 1;").map(({ path, column }) => [path, column])).toEqual([[`/notebook/${name}`, 14]]);
    expect(cells.addModule(`/notebook/${name}`, "export const m = 1;")).toEqual([]);
    expect(compiled("import { m } from './m'; m")).toEqual([[`/notebook/${name}`, expect.stringContaining("exports.m = 1;"), false]]);
  });
});

describe("what is wrong", () => {
  it("is told in its place, once, and leaves no names", () => {
    expect(saidOf("const b: string = 1;\nc")).toEqual([[undefined, 1, 7, 2322], [undefined, 2, 1, 2304]]);
    expect(saidOf("let a; let a;")).toEqual([[undefined, 1, 5, 2451], [undefined, 1, 12, 2451]]);
    expect(saidOf("export { x } from './gone'")).toEqual([[undefined, 1, 19, 2307]]);
    expect([cells.has("a"), cells.has("b")]).toEqual([false, false]);
  });

  it("is found in what is no cell of the notebook, whose names nobody knows", () => {
    expect(cells.check("const a: string = 1").map(({ column, message }) => [column, message])).toEqual([[7, "Type 'number' is not assignable to type 'string'."]]);
    expect([cells.check("const a = 1"), cells.has("a")]).toEqual([[], false]);
    expect(saidOf("a")).toEqual([[undefined, 1, 1, 2304]]);
  });

  it("may be reviewed: of each file, with the word whether it is the cell", () => {
    files.set("/notebook/other.ts", "export const o: string = 1;");
    const seen: unknown[] = [];
    cells = new Cells(ts, hostOf(files), (_, { fileName }, found, isCell) => (seen.push([fileName, found.map(({ code }) => code), isCell]), []));
    expect(cells.compile("import { o } from './other'; o.x").findings).toEqual([]);
    expect(seen).toEqual([["/notebook/cell:this.ts", [2339], true], ["/notebook/other.ts", [2322], false]]);
  });
});

it.each<[source: string, start: number, end: number, first: string[]]>([
  ["|record", 0, 6, ["record"]],
  ["re|cord", 0, 6, ["record"]],
  ["record|", 0, 6, ["record"]],
  ["1 + | record", 4, 4, ["record", "abstract"]],
  ["record.|", 7, 7, ["alpha", "beta"]],
  ["record.|al", 7, 9, ["alpha"]],
  ["record. |al", 8, 10, ["alpha"]],
  ["f(record.be|", 9, 11, ["beta"]],
  ["'rec|'", 4, 4, []],
  ["import { thr| } from 'outside'", 9, 12, ["three"]],
  ["|", 0, 0, ["record", "abstract"]],
])("%s is completed by what fits", (source, start, end, first) => {
  cells.compile("const record = { beta: 1, alpha: 2 };");
  const { entries, ...place } = cells.complete(source.replace("|", ""), source.indexOf("|"));
  expect(place).toEqual({ start, end });
  expect(entries.slice(0, 2).map(({ name }) => name)).toEqual(expect.arrayContaining(first));
  expect(entries[0]?.name).toBe(first[0]);
});

it.each<[source: string, position: number, text: string | undefined]>([
  ["record.alpha", 8, "(property) alpha: number"],
  ["Math.sqrt(1)", 6, "(method) Math.sqrt(x: number): number\n\nReturns the square root of a number.\n@param x A numeric expression."],
  ["'x'", 1, undefined],
  ["", 0, undefined],
  ["/** @param a one */ function f(a: number) {} f", 45, "function f(a: number): void\n\n@param a one"],
  ["/** @deprecated */ function f() {} f", 35, "function f(): void\n"],
])("%s is described at %i", (source, position, text) => {
  cells.compile("const record = { beta: 1, alpha: 2 };");
  expect(cells.describe(source, position)).toBe(text);
});
