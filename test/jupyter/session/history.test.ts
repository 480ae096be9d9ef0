import { expect, it } from "vitest";
import { History } from "../../../src/jupyter/session/history.js";

const CELLS = ["a = 1", "b.c", "a = 1", "a\nd", "(a?)"];

/** The lines that are found. */
function found(content: Record<string, unknown>): unknown {
  const history = new History();
  CELLS.forEach((code, i) => history.add(i + 1, code));
  const { status, history: entries } = history.answer(content) as { status: string; history: [session: number, line: number, input: string][] };
  expect(status).toBe("ok");
  for (const [session, line, input] of entries) expect([session, input]).toEqual([1, CELLS[line - 1]]);
  return entries.map(([, line]) => line);
}

const [tail, range, search] = ["tail", "range", "search"].map((hist_access_type) => (more: object) => ({ hist_access_type, ...more }));

it.each<[Record<string, unknown>, number[]]>([
  [tail!({ n: 2 }), [4, 5]],
  [tail!({ n: 9 }), [1, 2, 3, 4, 5]],
  [tail!({ n: 0 }), [1, 2, 3, 4, 5]],
  [tail!({ n: "2" }), [1, 2, 3, 4, 5]],
  [range!({ session: 0, start: 2, stop: 4 }), [2, 3]],
  [range!({ session: 1, start: 4 }), [4, 5]],
  [range!({ stop: 3 }), [1, 2]],
  [range!({}), [1, 2, 3, 4, 5]],
  [range!({ session: -1 }), []],
  [range!({ session: 2 }), []],
  [search!({}), [1, 2, 3, 4, 5]],
  [search!({ pattern: "a*" }), [1, 3, 4]],
  [search!({ pattern: "*d" }), [4]],
  [search!({ pattern: "a ? 1" }), [1, 3]],
  [search!({ pattern: "a?d" }), [4]],
  [search!({ pattern: "b.c" }), [2]],
  [search!({ pattern: "b?c" }), [2]],
  [search!({ pattern: "(a?)" }), [5]],
  [search!({ pattern: ".*" }), []],
  [search!({ pattern: "a" }), []],
  [search!({ pattern: "*", n: 2 }), [4, 5]],
  [search!({ pattern: "*", unique: true }), [2, 3, 4, 5]],
  [search!({ pattern: "*", unique: "yes" }), [1, 2, 3, 4, 5]],
  [search!({ pattern: "*", unique: true, n: 3 }), [3, 4, 5]],
  [{ hist_access_type: "other", session: 0 }, []],
  [{}, []],
])("%j finds %j", (content, lines) => {
  expect(found(content)).toEqual(lines);
});
