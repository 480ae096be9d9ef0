import { expect, test } from "vitest";
import { codeCellNumber } from "../../../src/cli/run/codeCellNumber.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";

const notebook = (...ids: string[]): Notebook => ({
  metadata: {},
  cells: ids.map((id) => ({ cell_type: id.startsWith("text") ? "markdown" : "code", id, metadata: {}, source: "", execution_count: null, outputs: [] })),
});
const exercises = notebook("setup", "text-1", "sigmoid", "check-sigmoid");
const EXPECTED = "codeCellNumber: expected --until to be the id or number of a code cell of exercises, got";
const KNOWN = "it has: 1 setup, 2 sigmoid, 3 check-sigmoid";

test("an id or a number, counted over the code cells; an id that looks like a number is an id", () => {
  expect(["setup", "check-sigmoid", "1", "3"].map((wanted) => codeCellNumber(exercises, wanted, "exercises"))).toEqual([1, 3, 1, 3]);
  expect(codeCellNumber(notebook("2", "1"), "1", "exercises")).toBe(2);
});

test.each([
  ["check-sigmod", `"check-sigmod"; did you mean check-sigmoid? ${KNOWN}`],
  ["softmax", `"softmax"; ${KNOWN}`],
  ["text-1", `"text-1", a cell of text; ${KNOWN}`],
  ...["0", "4", "-1", "1.5", "", "1e0"].map((wanted) => [wanted, `"${wanted}"; ${KNOWN}`]),
])("%j is none", (wanted, got) => {
  expect(() => codeCellNumber(exercises, wanted, "exercises")).toThrow(new RangeError(`${EXPECTED} ${got}`));
});

test("a notebook without code has none", () => {
  expect(() => codeCellNumber(notebook("text-1"), "1", "exercises")).toThrow(new RangeError(`${EXPECTED} "1"; it has: none`));
});
