import { expect, it } from "vitest";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";

/** Each of three lines is itself; on the first, column 4 is too. */
const map = JSON.stringify({ version: 3, sources: ["cell.ts"], names: [], mappings: "AAAA,IAAI;AACJ;AACA" });
function sourcesOf(source: string, name = "cell-1.ts"): CellSources {
  const sources = new CellSources();
  sources.add({ name, place: "Cell [1]", source, map });
  return sources;
}

it("finds a file however its path is written", () => {
  const sources = sourcesOf("one", "C:/book/a.ts");
  expect([sources.has("C:\\book\\a.ts"), sources.has("C:/book/b.ts"), sources.find("C:\\book\\a.ts", 1, 1)?.place]).toEqual([true, false, "Cell [1]"]);
});

it.each(["one\ntwo", "one\r\ntwo", "one\rtwo"])("knows the lines of %j, and none behind", (source) => {
  const sources = sourcesOf(source);
  expect(sources.find("cell-1.ts", 2, 1)).toEqual({ place: "Cell [1]", source, line: 2, column: 1 });
  expect(sources.find("cell-1.ts", 3, 1)).toBeUndefined();
});

it.each([
  ["a.fé$(x)", 1], // the bracket is elsewhere
  ["näh$(x)", 1],
  ["+näh(x)", 2],
  ["   +(x)", 5],
])("a call in %j is found at column %i", (source, column) => {
  expect(sourcesOf(source).find("cell-1.ts", 1, 5)?.column).toBe(source[4] === "(" ? column : 5);
});

it("has the source of a place", () => {
  const sources = sourcesOf("one");
  sources.add({ name: "cell-2.ts", place: "Cell [1]", source: "again", map });
  expect([sources.sourceOf("Cell [1]"), sources.sourceOf("Cell [2]"), sources.find("cell-1.ts", 1, 1)?.source]).toEqual(["again", undefined, "one"]);
});
