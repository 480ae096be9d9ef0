/** `console.table` of a page prints what Node's prints. */
import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test, vi } from "vitest";
import { array } from "../../../src/index.js";

vi.mock("#inspect", () => import("../../../src/jupyter/worker/inspect.js"));
const { pageConsole } = await import("../../../src/jupyter/worker/pageConsole.js");

function nodes(...values: unknown[]): string {
  let text = "";
  const stdout = new Writable({ write: (chunk, _, done) => (text += String(chunk), done()) });
  new Console({ stdout }).table(...(values as [unknown, string[]?]));
  return text;
}

function ours(...values: unknown[]): string {
  let text = "";
  const { table } = pageConsole((_, printed) => void (text += printed)) as Console;
  table(...(values as [unknown, string[]?]));
  return text;
}

test.each([
  ["rows with other columns each", [{ a: 1, b: "x" }, { a: 2, c: [1, 2, 3, 4, 5] }]],
  ["numbers, texts and null", [1, "x", null, undefined, true, 5n]],
  ["rows by name, and a bare value", { first: { a: 1, b: { c: { d: 1 } } }, second: 5 }],
  ["lists", [[1, 2], [3, 4, 5]]],
  ["objects small and large", [{ a: { x: 1, y: 2 }, b: { x: 1, y: 2, z: 3 } }]],
  ["a Map", new Map<unknown, unknown>([["k", { z: 1 }], [{ a: 1 }, [1]]])],
  ["a Set", new Set([1, "two"])],
  ["numbers of a kind", new Float64Array([1.5, -2])],
  ["functions", [() => 1, { f: test }]],
  ["nothing", []],
  ["no table", "text"],
  ["no value", undefined],
  ["Korean and pictures", [{ 이름: "가나다", n: "😀" }, { 이름: "日本", n: "é" }]],
  ["an array of the library", array([[1, 2], [3, 4]])],
])("%s", (_, value) => expect(ours(value)).toBe(nodes(value)));

test("chosen columns", () => {
  const rows = [{ a: 1, b: 2 }, { b: 3 }, 4];
  expect(ours(rows, ["b"])).toBe(nodes(rows, ["b"]));
  expect(ours(rows, ["absent"])).toBe(nodes(rows, ["absent"]));
});
