import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { runRecord, withRunRecord } from "../../../src/cli/pages/runRecord.js";
import { notebookText } from "../run/notebookText.js";

const notebook = readNotebook(notebookText([]), "x");
const run = { date: "2025-01-02T03:04:05Z", seconds: 1.5, kernel: "k" };
const failure = { number: 2, cell: "c", error: "Error: x" };

test("is what was put there", () => {
  expect(runRecord(notebook)).toBe(null);
  expect(runRecord(withRunRecord(notebook, run))).toEqual(run);
  expect(runRecord(withRunRecord(notebook, { ...run, failure }))).toEqual({ ...run, failure });
});

test.each<unknown>([
  null, 3, [], {},
  { ...run, date: 1 }, { ...run, seconds: "<b>" }, { ...run, kernel: undefined },
  { ...run, failure: null }, { ...run, failure: { ...failure, number: "<script>" } }, { ...run, failure: { ...failure, cell: 1 } }, { ...run, failure: { number: 2, cell: "c" } },
])("takes nothing else for a run: %j", (other) => {
  expect(runRecord({ ...notebook, metadata: { run: other } })).toBe(null);
});
