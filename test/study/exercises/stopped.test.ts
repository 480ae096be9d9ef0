import { afterEach, expect, it } from "vitest";
import { stopped } from "../../../src/study/exercises/stopped.js";

const CELL_SOURCE = Symbol.for("Jupyter.cellSource");
const world = globalThis as Record<symbol, unknown>;
afterEach(() => void delete world[CELL_SOURCE]);

/** An error that arose at this frame, below one of Node's. */
function errorAt(frame: string): Error {
  return Object.assign(new TypeError("no"), { stack: `TypeError: no\n    at node:internal/x:1:1\n${frame}\n    at late (Cell [9]:9:9)` });
}

/** What stands in the cells. */
function cells(sources: Readonly<Record<string, string>>): void {
  world[CELL_SOURCE] = (where: string) => sources[where];
}

it.each([
  ["a function", "    at forward (Cell [3]:2:10)", "in forward, Cell [3], line 2: return x;"],
  ["the top of a cell", "    at Cell [3]:1:5", "Cell [3], line 1: first"],
  ["a function that waits", "    at async forward (Cell [3]:3:1)", "in forward, Cell [3], line 3: third"],
  ["the top of a cell that waits", "    at async Cell [3]:3:1", "Cell [3], line 3: third"],
  ["a function of an object", "    at Object.forward (Cell [3]:2:10)", "in forward, Cell [3], line 2: return x;"],
  ["a function of a module", "    at Module.forward (Cell [3]:2:10)", "in forward, Cell [3], line 2: return x;"],
  ["a function of what is watched", "    at Proxy.forward (Cell [3]:2:10)", "in forward, Cell [3], line 2: return x;"],
  ["a method", "    at Net.Object.forward (Cell [3]:2:10)", "in Net.Object.forward, Cell [3], line 2: return x;"],
  ["a method under another name", "    at Net.loss [as f] (Cell [3]:2:10)", "in Net.loss, Cell [3], line 2: return x;"],
  ["one that was called by another name", "    at Net.loss [as the call] (Cell [3]:2:10)", "in Net.loss, Cell [3], line 2: return x;"],
  ["a line that is not there", "    at f (Cell [3]:99:1)", "in f, Cell [3], line 99"],
  ["a cell that nobody knows", "    at f (Cell [4]:1:1)", "in f, Cell [4], line 1"],
  ["a line of many digits", "    at f (Cell [3]:123:45)", "in f, Cell [3], line 123"],
])("tells of %s, and what stands there", (_, frame, place) => {
  cells({ "Cell [3]": "first\r\n  return x;  \nthird" });
  expect(stopped(errorAt(frame))).toEqual({ measured: "an error instead of a result", diagnosis: "the code stopped with TypeError: no", causes: [], example: place });
});

it("passes over frames that are none, or of packages", () => {
  expect(stopped(errorAt("    at f (/home/a/node_modules/b/c.js:1:1)\n  nothing")).example).toBe("in late, Cell [9], line 9");
});

it("has no place for what has no trace", () => {
  for (const thrown of ["text", null, 3]) expect(stopped(thrown)).toMatchObject({ diagnosis: `the code stopped with ${thrown}`, example: "" });
  expect(stopped(Object.assign(new Error("no"), { stack: "Error: no" })).example).toBe("");
});
