import { expect, test } from "vitest";
import { notebookSums } from "../../../src/cli/submit/notebookSums.js";
import { questionsOf } from "../../../src/cli/submit/questions.js";
import { submissionJson } from "../../../src/cli/submit/submissionJson.js";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { answer, hint, projectNotebook, ran, text } from "./sampleProject.js";

test("who, when, what was answered, what ran, and what was warned of", () => {
  const one = projectNotebook("one", [text("q", "## One\n\n> Which?"), answer("a", "**Two** words."), ran("c", "draw()", "drawn")]);
  const two = projectNotebook("two", [text("r", "## Two\n\n> Why?"), answer("b", hint)]);
  const notebooks = [{ ...one, notebook: { ...one.notebook, metadata: { run: { date: "2026-01-02T03:04:05Z", seconds: 1, kernel: "k" } } } }, two];
  const parts = { project: "sample", author: "Ada", date: "2026-01-02", lang: "en", modelAnswers: false, notebooks, questions: questionsOf(notebooks) };
  const written = submissionJson(parts, ["odd"], "2026-01-02T12:00:00+09:00");
  expect(written.endsWith("}\n")).toBe(true);
  expect(JSON.parse(written)).toMatchObject({
    project: "sample", author: "Ada", date: "2026-01-02", submitted: "2026-01-02T12:00:00+09:00", lang: "en", problems: ["odd"],
    questions: [
      { title: "One", answered: true, words: 2, cells: [{ notebook: one.label, cell: "a" }] },
      { title: "Two", answered: false, words: 0, cells: [{ notebook: two.label, cell: "b" }] },
    ],
    exercises: { passed: 0, total: 0, list: [] },
    notebooks: [
      { notebook: one.label, cellsRun: 1, cells: 1, date: "2026-01-02T03:04:05Z", failures: [] },
      { notebook: two.label, cellsRun: 0, cells: 0, date: null },
    ],
  });
});

test("exercises with their reports, words of several answers, failures, and no record of a run that was not here", () => {
  const shows = { output_type: "display_data", data: { [checksType]: { version: 1, subject: "layer", status: "passed", total: 2, passed: 2, causes: [], measured: [] } }, metadata: {} };
  const stub = (id: string) => ({ ...ran(id, "f()", ""), metadata: { tags: ["exercise"] } });
  const asks = (said: string) => [text("q", "## One\n\n> Which?"), answer("a", said)];
  const failure = { number: 1, cell: "s", error: "E" };
  const run = { date: "2026-01-02T03:04:05Z", seconds: 1, kernel: "k", failure };
  const one = projectNotebook("one", [...asks("Two words."), stub("s"), { ...ran("check-a", "c()", ""), outputs: [shows] }, stub("t"), ran("check-b", "c()", ""), stub("u"), ran("check-c", "c()", "")], { run });
  const two = { ...projectNotebook("two", asks("Three more words."), { run }), ran: new Set<string>() };
  const notebooks = [one, two];
  const parts = { project: "p", author: null, date: "d", lang: "ko", modelAnswers: false, notebooks, questions: questionsOf(notebooks) };
  const written = submissionJson(parts, [], "s");
  expect(written).toMatch(/^\{\n {2}"project": "p",\n/);
  expect(JSON.parse(written)).toEqual({
    project: "p", author: null, date: "d", submitted: "s", lang: "ko",
    questions: [{ title: "One", answered: true, words: 5, cells: [{ notebook: one.label, cell: "a" }, { notebook: two.label, cell: "a" }] }],
    exercises: {
      passed: 1, total: 3,
      list: [
        { name: "layer", notebook: one.label, cell: "check-a", state: "passed", total: 2, passed: 2, causes: [], measured: [] },
        { name: "b", notebook: one.label, cell: "check-b", state: "notRun" },
        { name: "c", notebook: one.label, cell: "check-c", state: "notRun" },
      ],
    },
    notebooks: [
      { notebook: one.label, cellsRun: 5, cells: 6, date: run.date, failures: [failure], sums: notebookSums(one.notebook) },
      { notebook: two.label, cellsRun: 0, cells: 0, date: null, failures: [], sums: notebookSums(two.notebook) },
    ],
    problems: [],
  });
});
