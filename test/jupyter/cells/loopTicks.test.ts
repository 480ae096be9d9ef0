import ts from "typescript";
import { expect, it } from "vitest";
import { Cells } from "../../../src/jupyter/cells/cells.js";
import { hostOf } from "./session.js";

/** What a cell comes to, and how often it has called the function that each turn is to call. */
async function ticks(source: string, files = new Map<string, string>()): Promise<[value: unknown, ticks: number]> {
  const { findings, cell } = new Cells(ts, hostOf(files), undefined, { tick: "__tick" }).compile(source);
  expect(findings).toEqual([]);
  let count = 0;
  const own: { define(): void; value?: unknown } = { define() {} };
  const run = new Function("__tick", `return ${cell!.code}`)(() => count++) as (exports: object, require: object, self: object) => unknown;
  await run({}, {}, own);
  return [own.value, count];
}

it.each([
  ["let s = 0; for (let i = 0; i < 3; i++) s += i; s", 3, 3],
  ["let n = 0; while (n < 4) n++; n", 4, 4],
  ["let n = 0; do { n++; } while (n < 5); n", 5, 5],
  ["let s = ''; for (const c of 'ab') { s += c; } for (const k in { x: 1 }) s += k; s", "abx", 3],
  ["let s = 0; outer: for (const a of [1, 2]) { for (const b of [1, 2, 3]) { if (b === 2) continue outer; s += a * b; } }\ns", 3, 6],
  ["let s = 0; for await (const x of [Promise.resolve(1), 2]) s += x; s", 3, 2],
  ["const f = (n: number) => { let s = 0; for (const i of [n, n]) s += i; return s; };\nf(2) + f(3)", 10, 4],
  ["const fs: (() => number)[] = []; for (let i = 0; i < 2; i++) fs.push(() => i); fs.map((f) => f())", [0, 1], 2],
  ["for (;;) break;\n1", 1, 1],
])("%j", async (source, value, count) => {
  expect(await ticks(source)).toEqual([value, count]);
});

it("ticks in files of the folder too, and only where it is asked for", () => {
  const files = new Map([["/notebook/model.ts", "export function f() { while (Math.random() < 2) f(); }\n"]]);
  const compile = (options: { tick?: string }) => new Cells(ts, hostOf(files), undefined, options).compile("import { f } from './model';\nfor (;;)\n  f();").cell!;
  const [ticking, plain] = [compile({ tick: "__tick" }), compile({})];
  expect(ticking.files[0]!.code).toContain("__tick();");
  expect(plain.files[0]!.code + plain.code).not.toContain("__tick");
  expect(ticking.code).toContain("__tick();");
});
