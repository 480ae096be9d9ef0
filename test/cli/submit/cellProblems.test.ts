import { expect, test } from "vitest";
import { cellProblems, runCount } from "../../../src/cli/submit/cellProblems.js";
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
