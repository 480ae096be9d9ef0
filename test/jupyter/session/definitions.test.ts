import { expect, it } from "vitest";
import type { Cell } from "../../../src/jupyter/session/cell.js";
import { Definitions } from "../../../src/jupyter/session/definitions.js";
import { cellOf } from "./played.js";

it.each<[Partial<Cell>, string]>([
  [{ settled: false }, "has not got there yet"],
  [{ settled: true }, "failed before it got there; mend it and run it again"],
  [{ settled: true, outcome: { kind: "error", error: 1 } }, "failed before it got there; mend it and run it again"],
  [{ settled: true, interrupted: true }, "was interrupted before it got there; run it again"],
  [{ settled: true, outcome: { kind: "interrupt", where: "" } }, "was interrupted before it got there; run it again"],
])("of a cell that is %j it is said that it %s", (state, why) => {
  const definitions = new Definitions();
  definitions.begin(cellOf({ count: 1 }), ["a", "b"]);
  definitions.begin(cellOf({ count: 7, ...state }), ["a"]);
  expect(definitions.missing("a")).toEqual(new ReferenceError(`a has no value: Cell [7], which defines it, ${why}`));
});

it("a name of no cell has no value", () => {
  expect(new Definitions().missing("a")).toEqual(new ReferenceError("a has no value"));
});
