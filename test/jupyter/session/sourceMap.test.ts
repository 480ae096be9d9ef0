import { expect, it } from "vitest";
import { SourceMap } from "../../../src/jupyter/session/sourceMap.js";

it.each([
  ["AAAA,CAAC;;AACA", 0, 0, { originalLine: 0, originalColumn: 0 }],
  ["AAAA,CAAC;;AACA", 0, 9, { originalLine: 0, originalColumn: 1 }],
  ["AAAA,CAAC;;AACA", 1, 0, { originalLine: 0, originalColumn: 1 }],
  ["AAAA,CAAC;;AACA", 2, 0, { originalLine: 1, originalColumn: 1 }],
  // a piece that comes from nowhere
  ["AAAA,E", 0, 5, { originalLine: 0, originalColumn: 0 }],
])("in %s, line %i and column %i come from %o", (mappings, line, column, from) => {
  expect(new SourceMap(JSON.stringify({ mappings })).find(line, column)).toMatchObject(from);
});

it.each([["", 0, 0], [";EAAA", 0, 9], [";EAAA", 1, 1]])("in %j, line %i and column %i come from nowhere", (mappings, line, column) => {
  expect(new SourceMap(JSON.stringify({ mappings })).find(line, column)).toBeUndefined();
});
