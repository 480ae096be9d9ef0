/** Sessions: cells one after the other, and what each comes to: a value, what it throws, or what is wrong with it. */
import { beforeAll, describe, expect, it } from "vitest";
import { Session } from "./session.js";

type Cells = [source: string, outcome: unknown][];

const SESSIONS: Record<string, Cells> = {
  "a value is shown, unless a semicolon hides it": [["1 + 1", 2], ["1 + 1;", undefined], ["const a = 1", undefined], ["a // ;", 1], ["'use strict'", "use strict"], ["({ a })", { a: 1 }], ["a;\ninterface B { b: 1 }", undefined], ["a, 2", "1:1 2695 Left side of comma operator is unused and has no side effects."]],
  "names are known to later cells": [["const a = 1, [b, { c }] = [2, { c: 3 }];", undefined], ["[a, b, c]", [1, 2, 3]]],
  "a variable is one for all cells": [["let n = 1; const inc = () => ++n; var m = 1;", undefined], ["n = 10; inc()", 11], ["n += 2; n++; --n; [n, inc()]", [13, 14]], ["({ n, x: m } = { n: 5, x: 6 }); [m] = [n + m]; [n, m]", [5, 11]], ["for (n of [7, 8]); n", 8]],
  "a variable keeps its type": [["let n = 1;", undefined], ["n = 'a'", "1:1 2322 Type 'string' is not assignable to type 'number'."], ["n = 2; n", 2], ["let u: string | number = 'x';", undefined], ["u = 5; u.toFixed(1)", "5.0"]],
  "constants, functions, classes and enums are not assigned to": [
    ["const k = 1; function f() {} class C {} enum E { A } namespace N { export const x = 1 }", undefined],
    ["k = 2", "1:1 2588 Cannot assign to 'k' because it is a constant."],
    ["1;\nf = 2", "2:1 2630 Cannot assign to 'f' because it is a function."],
    ["C = 2", "1:1 2629 Cannot assign to 'C' because it is a class."],
    ["E = 2", "1:1 2628 Cannot assign to 'E' because it is an enum."],
    ["N = 2", "1:1 2631 Cannot assign to 'N' because it is a namespace."],
    ["k++", "1:1 2588 Cannot assign to 'k' because it is a constant."],
  ],
  "earlier names stand in shorthands, patterns and parameters": [
    ["let x = 5, sum = 0; const loss = 0.5; function gradients() { return { dx: 1, dw: 2, db: 3 }; }", undefined],
    ["({ x, loss, sum: 1 })", { x: 5, loss: 0.5, sum: 1 }],
    ["[1, 2].map((loss) => ({ x, loss }))", [{ x: 5, loss: 1 }, { x: 5, loss: 2 }]],
    ["const { dx, dw: dW, ...others } = gradients(); [dx, dW, others]", [1, 2, { db: 3 }]],
    ["const of = ({ x }: { x: number }, y = loss) => { const loss = 1; return { x, loss, y }; };\nof({ x: 9 })", { x: 9, loss: 1, y: 0.5 }],
    ["let missing: { x?: number } = {};\n({ x = loss * 4 } = missing); x", 2],
    ["class Own { loss = loss; static x = x; ['sum'] = sum }\n[new Own().loss, Own.x]", [0.5, 2]],
    ["`${x}${loss}`", "20.5"], ["typeof x", "number"], ["(() => { let x = 1; { x = 3 } return x })()", 3], ["x", 2],
  ],
  "a name may be declared again, as something else": [
    ["const a = 1; const useA = () => a;", undefined], ["const a = 'text'; a.length", 4], ["useA()", 1],
    ["const b = 1;", undefined], ["const useB = () => b;", undefined], ["const b = 2;", undefined], ["useB()", 2],
    ["class a { x = 1 }\nnew a().x", 1], ["interface a { y: 2 }\nconst y: a = { y: 2 }; y.y", 2], ["function a() { return 3 }\na()", 3], ["enum a { Q = 9 }\na.Q", 9],
    ["import { three as a } from 'outside'; a", 3], ["a + 1", 4],
  ],
  "types go from cell to cell": [
    ["interface P { a: number } type Q<T> = { q: T }; enum E { A = 7, B } const enum F { G = 1 } namespace N { export type T = P; export const v = 5 } abstract class C<T> { constructor(public t: T) {} abstract m(): T }", undefined],
    ["const p: P = { a: E.A }, q: Q<N.T> = { q: p }; class D extends C<Q<P>> { m() { return this.t } }\n[new D(q).m().q.a, N.v, E[8], F.G]", [7, 5, "B", 1]],
    ["const wrong: P = { a: 'x' };", "1:20 2322 Type 'string' is not assignable to type 'number'."],
    ["function over(x: string): string; function over(x: number): number; function over(x: any) { return x }", undefined],
    ["over(true)", "1:6 2769 No overload matches this call.\n  Overload 1 of 2, '(x: string): string', gave the following error.\n  Argument of type 'boolean' is not assignable to parameter of type 'string'.\n  Overload 2 of 2, '(x: number): number', gave the following error.\n  Argument of type 'boolean' is not assignable to parameter of type 'number'."],
  ],
  "imports are known to later cells": [
    ["import three, { twice as double, type Shape } from 'outside'; import * as outside from 'outside'; import { basename } from 'path';", "1:124 2307 Cannot find module 'path' or its corresponding type declarations."],
    ["import three, { twice as double, type Shape } from 'outside'; import * as outside from 'outside';", undefined],
    ["const s: Shape = { size: double(three) }; [s.size, outside.twice(2)]", [6, 4]],
    ["double = 1 as any", "1:1 2632 Cannot assign to 'double' because it is an import."],
    ["outside.nothing", "1:9 2339 Property 'nothing' does not exist on type 'typeof import(\"/types/outside\")'."],
  ],
  "await stands everywhere": [["await Promise.resolve(1)", 1], ["const a = await (Promise.resolve(2)), b = await [3];", undefined], ["[a, b]", [2, [3]]], ["let s = 0; for await (const x of [Promise.resolve(4)]) { s += x }", undefined], ["s", 4], ["if (await true) { s = await Promise.resolve(5) }\ns", 5], ["const f = () => { await 1 }", "1:19 1308 'await' expressions are only allowed within async functions and at the top levels of modules."]],
  "a cell that fails half-way leaves what it had": [
    ["const got = 1; if (got) throw new Error('stop'); const missed = 2; let late; class C {} function f() { return got }", "Error: stop"],
    ["got", 1], ["f()", 1], ["missed", "ReferenceError: missed is missing"], ["late = 1", "ReferenceError: late is missing"], ["() => missed;", undefined], ["new C()", "ReferenceError: C is missing"],
    ["const missed = 3; missed", 3], ["missed", 3],
    ["let fail = false, once = 1;", undefined], ["const redone = ((): number => { if (fail) throw new Error('now'); return once })(); fail = true;", undefined], ["redone", 1], ["const redone = ((): number => { if (fail) throw new Error('now'); return once })();", "Error: now"], ["redone", "ReferenceError: redone is missing"],
  ],
  "a cell that is wrong leaves nothing": [["const a = 1;", undefined], ["const a = 'x'; const b: string = 1;", "1:22 2322 Type 'number' is not assignable to type 'string'."], ["a", 1], ["b", "1:1 2304 Cannot find name 'b'."]],
  "export is taken off": [["export const a = 1; export default { b: 2 }; export function f() { return a } export { a as c }; export interface I { x: number } export type { I as J };", undefined], ["const i: I = { x: f() }; i", { x: 1 }], ["export default class Named { a = 1 }", undefined], ["new Named().a", 1]],
  "names of globals may be cells' own": [["const name = 'n', Map = 5, Object = 1, undefinedName = typeof nowhere;", "1:63 2304 Cannot find name 'nowhere'."], ["const name = 'n', Map = 5;", undefined], ["[name, Map]", ["n", 5]], ["const exports = 1, Map = 'x'", "SyntaxError: Identifier 'exports' has already been declared"], ["Map", "ReferenceError: Map is missing"], ["1", 1]],
  "what is global stays": [["declare global { interface Array<T> { third(): T } var counted: number }\nArray.prototype.third = function () { return this[2] };\nglobalThis.counted = 1; [1, 2, 3].third()", 3], ["counted = 7;", undefined], ["[counted, globalThis.counted, ['a', 'b', 'c'].third()]", [7, 7, "c"]], ["declare global { var counted: string }\ncounted = 'x'; counted.length", 1], ["counted.length", 1], ["delete (globalThis as any).counted; delete (Array.prototype as any).third;", undefined]],
  "what is not to be checked is not": [["// A title\n// @ts-nocheck\nconst u: number = 'text'; u", "text"], ["u", "text"], ["1; // @ts-nocheck\nconst b: number = 'text';", "2:7 2322 Type 'string' is not assignable to type 'number'."], ["// @ts-nocheck\nconst a = ;", "2:11 1109 Expression expected."]],
  "what cannot be read is told in its place": [["`${`${`", "1:8 1160 Unterminated template literal."], ["if (", "1:5 1109 Expression expected."], ["let a = 1; let a = 2", "1:5 2451 Cannot redeclare block-scoped variable 'a'.\n1:16 2451 Cannot redeclare block-scoped variable 'a'."], ["%magic", "1:1 1109 Expression expected.\n1:2 2304 Cannot find name 'magic'."]],
  "comments and directives change nothing": [["/* a */ // b\n1 /* c */ // d", 1], ["#!shebang\n2", 2], ["'use strict';\n'use strict';\nconst a = 1; a", 1], ["", undefined], [";;;", undefined], ["// \u2028", undefined]],
  "odd names": [["const 변수 = 1, ñ = 2, $ = 3, _ = 4, type = 5, of = 6, as = 7, value = 8;", undefined], ["[변수, ñ, $, _, type, of, as, value]", [1, 2, 3, 4, 5, 6, 7, 8]], ["let value_1 = 1, v = 2, constructor = 3, __proto__ = 4, define = 5;", undefined], ["value_1 = 2; v++; constructor++; [value_1, v, constructor, define]", [2, 3, 4, 5]]],
};

describe("a session", () => {
  let one: Session;
  beforeAll(async () => void (await (one = new Session()).run("1")), 120_000);

  it.each(Object.entries(SESSIONS))("%s", async (_, cells) => {
    const session = new Session();
    for (const [source, outcome] of cells) expect([source, await session.run(source)]).toEqual([source, outcome]);
  });

  it("completes and describes, with the names of earlier cells", async () => {
    await one.run("/** Its doc. */\nconst record = { alpha: 1, beta: 2 }; let live = 1; import { three } from 'outside';");
    const names = (source: string): string[] => {
      const at = source.indexOf("|");
      return one.cells.complete(source.replace("|", ""), at).entries.map(({ name }) => name);
    };
    expect(names("record.|")).toEqual(["alpha", "beta"]);
    expect(names("record.AL|")).toEqual(["alpha"]);
    expect(names("rec|").slice(0, 1)).toEqual(["record"]);
    expect(names("const a = liv|;")).toContain("live");
    expect(one.cells.complete("1; record.al + 1", 12)).toMatchObject({ start: 10, end: 12 });
    expect(one.cells.describe("record", 3)).toBe("const record: {\n    alpha: number;\n    beta: number;\n}\n\nIts doc.");
    expect(one.cells.describe("live", 1)).toBe("let live: number");
    expect(one.cells.describe("three", 1)).toBe("(alias) const three: number\nimport three\n\nThree.");
    expect(one.cells.describe("  ", 1)).toBeUndefined();
    expect(one.cells.has("record")).toBe(true);
    expect(one.cells.has("rec")).toBe(false);
  });

  it("has files of its folder, compiled when they are new or have changed", async () => {
    one.files.set("/notebook/model.ts", "export const size: number = 1;\n");
    const compile = (source: string) => {
      const { cell, findings } = one.cells.compile(source);
      return cell ? cell.files.map(({ path, code }) => [path, /size = (\d)/.exec(code)?.[1]]) : findings.map(({ path, line, message }) => [path, line, message]);
    };
    expect(compile("import { size } from './model'; size")).toEqual([["/notebook/model.ts", "1"]]);
    expect(compile("import { size } from './model'; size")).toEqual([]);
    one.files.set("/notebook/model.ts", "export const size: number = 2;\n");
    expect(compile("size")).toEqual([["/notebook/model.ts", "2"]]);
    one.files.set("/notebook/model.ts", "\nexport const size: number = 'x';\n");
    expect(compile("size")).toEqual([["/notebook/model.ts", 2, "Type 'string' is not assignable to type 'number'."]]);
    expect(one.cells.addModule("/notebook/area.ts", "export const area = 1;")).toEqual([]);
    expect(one.cells.addModule("/notebook/bad.ts", "export const bad: string = 1;").map(({ path, column }) => [path, column])).toEqual([["/notebook/bad.ts", 14]]);
    expect(compile("import { area } from './area'; area").map(([path]) => path)).toEqual(["/notebook/area.ts"]);
    one.files.set("/elsewhere/a.ts", "export const a = 1;");
    expect(compile("import { a } from '../elsewhere/a'; a")).toEqual([[undefined, 1, "File '/elsewhere/a.ts' is not under 'rootDir' '/notebook'. 'rootDir' is expected to contain all source files."]]);
  });

  it("has what was missing before, once it is there", async () => {
    expect(await one.run("import { here } from './late'; here")).toMatch(/^1:22 2307 Cannot find module/);
    one.files.set("/notebook/late.ts", "export const here = 1;");
    expect(one.cells.compile("import { here } from './late'; here").findings).toEqual([]);
  });
});
