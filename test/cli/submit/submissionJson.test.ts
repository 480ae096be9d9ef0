import { expect, test } from "vitest";
import { questionsOf } from "../../../src/cli/submit/questions.js";
import { submissionJson } from "../../../src/cli/submit/submissionJson.js";
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
