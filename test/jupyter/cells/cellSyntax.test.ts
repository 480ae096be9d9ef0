import ts from "typescript";
import { describe, expect, it } from "vitest";
import { cellSyntax, withoutGlobals } from "../../../src/jupyter/cells/cellSyntax.js";

const read = (source: string) => cellSyntax(ts, source);

describe("cellSyntax", () => {
  it.each([
    ["x", true],
    ["x;", false],
    ["x; // why", false],
    ["x // ;", true],
    ["x /* ; */", true],
    ["x;\n\n/* end */", false],
    ["'a;'", true],
    ["`;`", true],
    ["`${a};`;", false],
    ["/;/", true],
    ["f(() => { g(); })", true],
    ["a;\nb", true],
    ["a\nb;", false],
    ["const a = 1;\na", true],
    ["a\nconst b = 1", false],
    ["", false],
    ["const a = 1;", false],
  ])("knows whether %j shows its value: %s", (source, shown) => {
    expect(read(source).showsValue).toBe(shown);
  });

  it.each([
    ["await f()", true],
    ["await (f())", true],
    ["await [1, 2]", true],
    ["const x = 1 + await f();", true],
    ["if (a) { await f(); }", true],
    ["for await (const x of y) g(x);", true],
    ["for (const x of await y) g(x);", true],
    ["f(`${await g()}`)", true],
    ["async function f() { await g(); }", false],
    ["const f = async () => { await g(); }", false],
    ["class A { async m() { await g(); } }", false],
    ["async () => { for await (const x of y) g(x); }", false],
    ["f('await')", false],
    ["// await f()", false],
  ])("knows whether %j waits: %s", (source, awaits) => {
    expect(read(source).awaits).toBe(awaits);
  });

  it("tells what is declared, what may be assigned to, and what has a value at the end", () => {
    const source = "import a, { b as c, type T } from 'm'; import * as d from 'n'; import e = require('o');\nconst { f, g: [h, ...i] } = x; let j, k = 1; var l;\nclass M {} function n() { var o } enum P {} interface Q {} type R = 1; namespace S {}\nfor (var t of []) { let u; } declare global { var v: 1 }";
    const { declares, variables, imports, defines } = read(source);
    expect([...declares].sort().join("")).toBe("MPQRSTacdefhijklnt");
    expect([...variables].sort().join("")).toBe("jklt");
    expect([...imports].sort().join("")).toBe("Tacd");
    expect([...defines].sort().join("")).toBe("MPTacdfhijkln");
  });

  it("tells of a var wherever it stands, but not within functions, classes and namespaces", () => {
    const { declares, variables, defines } = read("{ var a } if (1) { var b; let x } for (var [c, , d] in y); function f() { var g; { var h } } class C { static { var i } m() { var j } } namespace N { var k } () => { var l }; (class { static { var m } });");
    expect([declares, variables, defines].map((names) => [...names].sort().join(""))).toEqual(["CNabcdf", "abcd", "Cf"]);
    expect([...read("var n = 1;").variables]).toEqual(["n"]);
    expect([...read("const [, o] = p, { q: [r = 1] } = s;").declares]).toEqual(["o", "r"]);
  });

  it("tells what is mentioned, but for words in texts and comments", () => {
    expect([...read("a.b({ c, 'd': e } /* f */, 'g')").mentions].sort().join("")).toBe("abce");
  });

  it("tells what is used: texts may be names, and what is only imported is none", () => {
    expect([...read("import a, { b, c as d, type e } from 'f'; import * as g from 'h'; i[`j`](k.l);").uses].sort().join("")).toBe("acdfghijkl");
    expect([...read("import { b } from 'f'; b();").uses].sort().join("")).toBe("bf");
  });

  it("tells what it may load, in whatever way", () => {
    const source = "/// <reference types='a' />\n/// <reference path='b' />\n/// <reference lib='c' />\nimport 'd'; import e = require('e'); export * from 'f'; require('g'); await import('h'); let i: import('i').I;";
    expect([...read(source).modules].sort().join("")).toBe("abcdefghi");
  });

  it("takes export words off, and leaves all else where it is", () => {
    const source = "export const a = 1;\nexport default a;\nexport { a };\nexport * as m from 'm';";
    expect(read(source).text).toBe("       const a = 1;\nlet _default = a;\n             \nimport * as m from 'm';");
    expect([...read(source).declares].sort()).toEqual(["_default", "a", "m"]);
  });

  it("tells what is declared global, by kind and name", () => {
    const source = "declare global { interface A { b: 1 } var c: number }\nconst d = 1;";
    expect([...read(source).globals.values()]).toEqual(["interface A { b: 1 }", "var c: number"]);
    expect([...read("namespace N { interface A {} } declare module 'm' { interface B {} } interface C {} declare global { type D = 1; var e: 1, f: 2; function g(): 1; }").globals.values()]).toEqual(["type D = 1;", "var e: 1, f: 2;", "function g(): 1;"]);
    expect([...read("declare global;").globals]).toEqual([]);
    expect(withoutGlobals(ts, source).trim()).toBe("const d = 1;");
    expect(withoutGlobals(ts, "const global = 1;")).toBe("const global = 1;");
  });
});
