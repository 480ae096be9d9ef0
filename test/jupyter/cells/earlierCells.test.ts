import ts from "typescript";
import { beforeEach, expect, it } from "vitest";
import { cellSyntax } from "../../../src/jupyter/cells/cellSyntax.js";
import { EarlierCells } from "../../../src/jupyter/cells/earlierCells.js";

const read = (source: string) => cellSyntax(ts, source);
let cells: EarlierCells;
beforeEach(() => void (cells = new EarlierCells()));

it("cells are counted from one, and names are those of the last that declared them", () => {
  expect([cells.add(read("let a = 1; const b = 2, c = 3;")), cells.add(read("const b = 1; import { d } from 'm';"))]).toEqual([1, 2]);
  expect(["a", "b", "d", "e"].map((name) => cells.has(name))).toEqual([true, true, true, false]);
  expect(["a", "b", "d", "e"].map((name) => cells.isOwn(name))).toEqual([true, true, false, false]);
  expect(cells.statementsBehind(read("x"), ["a", "b", "c", "d"])).toBe(
    '\nexport declare let a: typeof import("cell:1").a; import { b, d } from "cell:2"; import { c } from "cell:1"; export {  };',
  );
});

it("a cell uses what it mentions and does not declare, and may use the rest", () => {
  cells.add(read("const a = 1, b = 2, c = 3;"));
  const next = read("const b = a; e");
  expect([cells.usedBy(next), cells.usableBy(next)]).toEqual([["a"], ["a", "c"]]);
  expect(cells.statementsBehind(read("let g = 1; type H = 2"), [])).toBe("\n export { g, H };");
});

it("what is declared global is there for cells that do not declare it", () => {
  cells.add(read("declare global { interface A { x: 1 } var b: number }"));
  cells.add(read("declare global { var b: string }"));
  expect(cells.globalsFor(read("1"))).toBe("interface A { x: 1 }\nvar b: string");
  expect(cells.globalsFor(read("declare global { var b: 1 }"))).toBe("interface A { x: 1 }");
});
