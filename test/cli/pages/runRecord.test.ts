import { expect, test } from "vitest";
import { readNotebook } from "../../../src/jupyter/nbformat/readNotebook.js";
import { failuresOf, runRecord, withRunRecord } from "../../../src/cli/pages/runRecord.js";
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
  { seconds: 1.5 }, { ...run, seconds: undefined }, { ...run, date: undefined },
  { ...run, failures: null }, { ...run, failures: [] }, { ...run, failures: { length: 1 } }, { ...run, failures: "ab" }, { ...run, failures: [failure, null] }, { ...run, failures: [failure, { ...failure, number: 1.5 }] },
  { ...run, failure: null }, { ...run, failure: { ...failure, number: "<script>" } }, { ...run, failure: { ...failure, cell: 1 } }, { ...run, failure: { number: 2, cell: "c" } },
])("takes nothing else for a run: %j", (other) => {
  expect(runRecord({ ...notebook, metadata: { run: other } })).toBe(null);
});

test("the failures of a run: all, or the one where it stopped", () => {
  const two = [failure, { ...failure, number: 3 }];
  expect(runRecord(withRunRecord(notebook, { ...run, failure, failures: two }))).toEqual({ ...run, failure, failures: two });
  expect(failuresOf({ ...run, failure, failures: two })).toEqual(two);
  expect(failuresOf({ ...run, failure })).toEqual([failure]);
  expect([failuresOf(run), failuresOf(null)]).toEqual([[], []]);
});

test("the notebook's other metadata stay", () => {
  const { metadata } = withRunRecord({ ...notebook, metadata: { lang: "ko", run: "old" } }, run);
  expect(metadata).toEqual({ lang: "ko", run });
});
