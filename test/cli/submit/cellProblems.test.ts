import { expect, test } from "vitest";
import { cellProblems, outputProblems, runCount } from "../../../src/cli/submit/cellProblems.js";
import { failed, fresh, projectNotebook, ran, text } from "./sampleProject.js";

const skipped = { ...fresh("skipped", "slow()"), metadata: { tags: ["skip-execution"] } };

test("names failed cells and stretches of cells that were not run", () => {
  const { notebook } = projectNotebook("n", [
    text("t", "text"),
    ran("one", "1", "1"),
    failed("two", "\u001b[31mno such file\u001b[0m\nmore"),
    fresh("three", "3"),
    fresh("four", "4"),
    skipped,
    fresh("empty", "  "),
    fresh("seven", "7"),
  ]);
  expect(cellProblems(notebook)).toEqual([
    "code cell 2 (two) failed: Error: no such file",
    "code cells 3 (three) to 4 (four) were not run",
    "code cell 7 (seven) was not run",
  ]);
  expect(runCount(notebook)).toEqual({ run: 1, total: 5 });
});

test("a cell may fail on purpose, and not run on purpose", () => {
  const { notebook } = projectNotebook("n", [failed("shows", "as it should", ["raises-exception"]), skipped]);
  expect(cellProblems(notebook)).toEqual([]);
  expect(runCount(notebook)).toEqual({ run: 1, total: 1 });
});

test("a notebook that never ran is one line; long errors are cut", () => {
  const { notebook } = projectNotebook("n", [fresh("one", "1"), fresh("two", "2")]);
  expect(cellProblems(notebook)).toEqual(["not run: none of its 2 code cells has run"]);
  const long = projectNotebook("n", [failed("one", "x".repeat(500))]).notebook;
  expect(cellProblems(long)).toEqual([`code cell 1 (one) failed: Error: ${"x".repeat(153)}…`]);
});

test("an error that the kernel only printed is known from the record of the run", () => {
  const failure = { number: 2, cell: "two", error: "Error: printed" };
  const run = { date: "2025-01-02T03:04:05Z", seconds: 1, kernel: "k", failure };
  const { notebook } = projectNotebook("n", [ran("one", "1", ""), ran("two", "2", "oh no")], { run });
  expect(cellProblems(notebook)).toEqual(["code cell 2 (two) failed: Error: printed"]);
  expect(runCount(notebook)).toEqual({ run: 1, total: 2 });
});

const saved = "; what is saved there was not made here by this code";

test("of the cells that ran here only those count, and what else they hold is said to be saved", () => {
  const { notebook, label } = projectNotebook("n", [ran("a", "1", "1"), ran("b", "2", "2"), fresh("c", "3"), fresh("d", "4"), failed("e", "old"), ran("f", "6", "6")]);
  const ranHere = new Set(["a", "d", "f"]);
  expect(cellProblems(notebook, ranHere)).toEqual([`code cells 2 (b) to 3 (c) were not run${saved}`, `code cell 5 (e) was not run${saved}`]);
  expect(runCount(notebook, ranHere)).toEqual({ run: 3, total: 6 });
  expect(outputProblems({ label, notebook, ran: new Set("abcdf") })).toEqual([`notebooks/n.ipynb: code cell 5 (e) was not run${saved}`]);
  expect(cellProblems(notebook, new Set("abdef"))).toEqual(["code cell 3 (c) was not run", "code cell 5 (e) failed: Error: old"]);
});

test.each([
  [{ execution_count: 1 }, saved],
  [{ outputs: [{ output_type: "stream", name: "stdout", text: "x" }] }, saved],
  [{}, ""],
])("what a cell holds of an earlier run: %j", (held, said) => {
  const { notebook } = projectNotebook("n", [{ ...fresh("a", "1"), ...held }, ran("b", "2", "2")]);
  expect(cellProblems(notebook, new Set(["b"]))).toEqual([`code cell 1 (a) was not run${said}`]);
});

test("a cell with an output or a number has run, where it is not known what ran here", () => {
  const { notebook } = projectNotebook("n", [{ ...fresh("a", "1"), execution_count: 1 }, { ...ran("b", "2", "2"), execution_count: null }, fresh("c", "3"), ran("d", "4", "")]);
  expect(cellProblems(notebook)).toEqual(["code cell 3 (c) was not run"]);
  expect(runCount(notebook)).toEqual({ run: 3, total: 4 });
});

test("the colours of an error go, and its length is counted without them", () => {
  const problem = (message: string) => cellProblems(projectNotebook("n", [failed("a", message)]).notebook)[0]!.slice("code cell 1 (a) failed: ".length);
  expect(problem("\u001b[1;31ma\u001b[mb\u001b[0m\nc")).toBe("Error: ab");
  expect(problem("x".repeat(153))).toBe(`Error: ${"x".repeat(153)}`);
  expect(problem("x".repeat(154))).toBe(`Error: ${"x".repeat(153)}…`);
});

test("the error that a cell shows comes before the record's, and neither is told of a cell that did not run", () => {
  const run = { date: "2025-01-02T03:04:05Z", seconds: 1, kernel: "k", failure: { number: 1, cell: "a", error: "Error: recorded" } };
  const { notebook } = projectNotebook("n", [failed("a", "shown")], { run });
  expect(cellProblems(notebook)).toEqual(["code cell 1 (a) failed: Error: shown"]);
  expect(cellProblems(notebook, new Set())).toEqual([`not run: none of its 1 code cells has run${saved}`]);
  expect(runCount(notebook, new Set())).toEqual({ run: 0, total: 1 });
});

test("a notebook without code has no problems", () => {
  const { notebook } = projectNotebook("n", [text("t", "x")]);
  expect([cellProblems(notebook), runCount(notebook)]).toEqual([[], { run: 0, total: 0 }]);
});
