/** The hand-in's front page for programs. */
import { failuresOf, runRecord } from "../pages/runRecord.js";
import { runCount } from "./cellProblems.js";
import { exercisesOf } from "./exercises.js";
import { givenAnswers } from "./questions.js";
import type { Submission } from "./submission.js";

/** @param problems that the command warned of */
export function submissionJson({ project, author, date, lang, questions, notebooks }: Submission, problems: readonly string[]): string {
  const exercises = exercisesOf(notebooks).map(({ name, notebook, cell, state }) => ({ name, notebook: notebook.label, cell, state }));
  const summary = {
    project,
    author,
    date,
    lang,
    questions: questions.map((question) => ({
      title: question.title,
      answered: givenAnswers(question).length > 0,
      cells: question.answers.map(({ notebook, cell }) => ({ notebook: notebook.label, cell: cell.id })),
    })),
    exercises: { passed: exercises.filter(({ state }) => state === "passed").length, total: exercises.length, list: exercises },
    notebooks: notebooks.map(({ label, notebook, ran }) => {
      const { run, total } = runCount(notebook, ran);
      const record = ran?.size === 0 ? null : runRecord(notebook);
      return { notebook: label, cellsRun: run, cells: total, date: record?.date ?? null, failures: failuresOf(record) };
    }),
    problems,
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}
